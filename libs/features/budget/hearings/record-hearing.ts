import { Injectable } from '@nestjs/common';
import { assessHearingProtocol, type HearingProtocol } from '#rules/budgets/budget-hearing.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import { BudgetReader } from '../local-budgets/budget.reader.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { HearingReader } from './hearing.reader.js';
import { HearingRepository } from './hearing.repository.js';

export interface HearingRecord extends HearingProtocol {
  readonly budgetId: string;
  readonly hearingId: string;
  readonly enclosures: readonly string[];
}

/** The protocol of a public hearing: how many came, what was said, what the commission answered. */
@Injectable()
export class RecordHearing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
    private readonly hearings: HearingReader,
  ) {}

  async run(secretary: SignedIn, record: HearingRecord): Promise<void> {
    const { budgetId, hearingId, enclosures, ...protocol } = record;
    const maslikhat = await this.budgets.getMaslikhat(budgetId);
    const actor = asSecretaryOf(secretary, maslikhat);
    const { startsAt } = await this.hearings.get(budgetId, hearingId);
    const { at } = await this.clock.now();
    assertNoFaults('hearing.invalid', assessHearingProtocol(protocol, { startsAt, now: at }));
    await this.unitOfWork.run(async (tx) => {
      await tx.of(HearingRepository).addProtocol(hearingId, protocol, { actor, at });
      const { personId } = actor;
      const enclosing = { object: 'budget-hearing', objectId: hearingId, personId } as const;
      await tx.of(EnclosureRepository).enclose(enclosing, enclosures);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.hearing_recorded',
        objectKind: 'budget',
        objectId: budgetId,
        territory: maslikhat,
        after: { hearingId, ...protocol, enclosures },
      });
    });
  }
}
