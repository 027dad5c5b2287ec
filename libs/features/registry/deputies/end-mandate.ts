import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessMandateEnd, type MandateEndGround } from '#rules/registry/mandate.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAsSecretary } from './deputies.policy.js';
import { MandateRepository } from './mandate.repository.js';

/** Why and when a mandate ends before the term does. */
export interface MandateEnding {
  /** Last day in office. */
  readonly until: CivilDate;
  readonly ground: MandateEndGround;
  readonly act: string;
}

/** The secretary enters that a mandate ends early; the seat is shown as vacant from the next day. */
@Injectable()
export class EndMandate {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(person: SignedIn, mandateId: string, ending: MandateEnding): Promise<void> {
    const { until, ground, act } = ending;
    await this.unitOfWork.run(async (tx) => {
      const mandates = tx.of(MandateRepository);
      const { mandate, setting } = await mandates.getForChange(mandateId);
      const actor = actingAsSecretary(person, setting.territory);
      const period = { from: mandate.heldFrom, until: mandate.heldUntil };
      const faults = assessMandateEnd({ mandate: period, kind: setting.kind, until, ground, act });
      assertNoFaults('mandate.invalid', faults);
      await mandates.change(mandate, { heldUntil: until, endGround: ground, endAct: act });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'maslikhat.mandate_ended',
        objectKind: 'deputy',
        objectId: mandateId,
        territory: setting.territory,
        before: { until: mandate.heldUntil },
        after: ending,
      });
    });
  }
}
