import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assessSessionRequest } from '#rules/petitions/session-request.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { broughtToSession } from './collection.events.js';
import { CollectionRepository } from './collection.repository.js';
import { Collections } from './collections.js';

/** The deputy brings a petition that has reached its threshold to the maslikhat's session. */
@Injectable()
export class BringToSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly collections: Collections,
  ) {}

  async run(person: SignedIn, petitionId: string, proposal: OfficialText): Promise<void> {
    const id = v7();
    const { petition, mandate, actor } = await this.collections.getOwn(person, petitionId);
    const reached = petition.reachedAt !== null;
    assertNoFaults('session.invalid', assessSessionRequest({ reached, proposal }));
    const { at } = await this.clock.now();
    const { territory, id: mandateId } = mandate;
    await this.unitOfWork.run(async (tx) => {
      await tx.of(CollectionRepository).addSessionRequest({
        id,
        petitionId: petition.id,
        mandateId,
        territoryKato: territory,
        proposalKk: proposal.kk,
        proposalRu: proposal.ru,
        signatures: petition.count,
        at,
      });
      await tx.of(OutboxRepository).add(broughtToSession(petition.id, territory));
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'petition.brought_to_session',
        objectKind: 'petition',
        objectId: petition.id,
        territory,
        after: { proposal, signatures: petition.count },
      });
    });
  }
}
