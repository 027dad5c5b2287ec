import { Injectable } from '@nestjs/common';
import { OBLIGATION_KINDS, obligationRuleOf } from '#rules/obligations/obligation-kind.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { obligationDueSoon } from './obligation.events.js';
import { ObligationRepository } from './obligation.repository.js';

const WARNING_DAYS = Object.fromEntries(
  OBLIGATION_KINDS.map((kind) => [kind, obligationRuleOf(kind).warningDays]),
);

/** Tells owners, once a duty, that its last day is near; an overdue duty blocks nothing. */
@Injectable()
export class WarnOfDuties {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many owners were told */
  async run(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const warned = await tx.of(ObligationRepository).markWarned(WARNING_DAYS);
      for (const { id } of warned) await tx.of(OutboxRepository).add(obligationDueSoon(id));
      return warned.length;
    });
  }
}
