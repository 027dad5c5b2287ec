import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingForReception } from './deputies.policy.js';
import type { Reception } from './enter-mandate.js';
import { MandateRepository } from './mandate.repository.js';

export interface ReceptionChange extends Reception {
  readonly mandateId: string;
  /** Version that the person saw; null: whichever there is. */
  readonly version: number | null;
}

/** The deputy, or the secretary for the deputy, says where and when residents are received. */
@Injectable()
export class ChangeReception {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(
    person: SignedIn,
    { mandateId, version, phone, email, reception }: ReceptionChange,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const mandates = tx.of(MandateRepository);
      const { mandate, setting } = await mandates.getForChange(mandateId);
      const whose = { deputyId: mandate.residentId, territory: setting.territory };
      const actor = actingForReception(person, whose);
      assertCurrent(mandate.version, version);
      const [receptionKk, receptionRu] = [reception?.kk ?? null, reception?.ru ?? null];
      await mandates.change(mandate, { phone, email, receptionKk, receptionRu });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'maslikhat.reception_changed',
        objectKind: 'deputy',
        objectId: mandateId,
        territory: setting.territory,
        after: { reception },
      });
    });
  }
}
