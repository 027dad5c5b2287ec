import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { isFinalState } from '#rules/petitions/petition-lifecycle.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { CollectionRepository } from './collection.repository.js';
import { Collections } from './collections.js';

/** A deputy stands behind a colleague's collection; nobody is named without an act of one's own. */
@Injectable()
export class JoinAsCoDeputy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly collections: Collections,
  ) {}

  async run(person: SignedIn, petitionId: string): Promise<void> {
    const { petition, mandate, actor } = await this.collections.getColleagues(person, petitionId);
    const { state } = petition;
    if (isFinalState(state)) throw new DomainError('conflict', 'petition.act_not_possible');
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const coDeputy = { petitionId: petition.id, mandateId: mandate.id, joinedAt: at };
      await tx.of(CollectionRepository).addCoDeputy(coDeputy);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'petition.co_deputy_joined',
        objectKind: 'petition',
        objectId: petition.id,
        territory: petition.territory,
        after: { number: petition.number },
      });
    });
  }
}
