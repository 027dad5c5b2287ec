import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actorOf, DelegationRepository } from './delegation.repository.js';

/** The holder is back: the stand-in acts in the post no longer, from this moment. */
@Injectable()
export class EndDelegation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run({ personId }: SignedIn, id: string): Promise<void> {
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const delegations = tx.of(DelegationRepository);
      const post = await delegations.findGiven(id, personId);
      if (!post) throw new DomainError('not-found', 'delegation.not_found');
      await delegations.end(id, personId, at);
      await tx.of(AuditEntryRepository).add(actorOf(personId, post), {
        act: 'duties.delegation_ended',
        objectKind: 'delegation',
        objectId: id,
        territory: post.territory,
      });
    });
  }
}
