import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { asAppointer } from './handover.policy.js';
import { HandoverReader } from './handover.reader.js';
import { HandoverRepository } from './handover.repository.js';

/** The act is taken back before both have signed it; a new one may be drawn up. */
@Injectable()
export class CancelHandover {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handovers: HandoverReader,
  ) {}

  async run(person: SignedIn, id: string): Promise<void> {
    const shown = await this.handovers.get(id);
    const actor = asAppointer(person, shown);
    await this.unitOfWork.run(async (tx) => {
      const handovers = tx.of(HandoverRepository);
      const { state } = await handovers.getForChange(id);
      if (state !== 'drawn') throw new DomainError('conflict', 'handover.not_drawn', { state });
      await handovers.cancel(id);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'desk.handover_cancelled',
        objectKind: 'handover',
        objectId: id,
        territory: shown.territory,
      });
    });
  }
}
