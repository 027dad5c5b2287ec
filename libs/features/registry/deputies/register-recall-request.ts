import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessRecallRequest } from '#rules/registry/mandate.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAsSecretary } from './deputies.policy.js';
import { MandateRepository } from './mandate.repository.js';

/** Under which number and on which day the maslikhat's office registered it. */
export interface RecallRegistration {
  readonly number: string;
  readonly on: CivilDate;
}

/** The secretary registers that voters asked for the recall of a single-mandate deputy. */
@Injectable()
export class RegisterRecallRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run(person: SignedIn, mandateId: string, request: RecallRegistration): Promise<void> {
    const id = v7();
    const { at, today } = await this.clock.now();
    const { number, on } = request;
    await this.unitOfWork.run(async (tx) => {
      const mandates = tx.of(MandateRepository);
      const { mandate, setting } = await mandates.getForChange(mandateId);
      const actor = actingAsSecretary(person, setting.territory);
      const period = { from: mandate.heldFrom, until: mandate.heldUntil };
      const asked = { kind: setting.kind, mandate: period, ...request, today };
      assertNoFaults('recall.invalid', assessRecallRequest(asked));
      const entered = { enteredBy: person.personId, enteredAt: at };
      await mandates.addRecallRequest({ id, mandateId, registeredOn: on, number, ...entered });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'maslikhat.recall_registered',
        objectKind: 'deputy',
        objectId: mandateId,
        territory: setting.territory,
        after: request,
      });
    });
  }
}
