import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { isPublic } from '#rules/petitions/petition-lifecycle.js';
import { assessNews, type WrittenNews } from '#rules/petitions/petition-news.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { newsPosted } from './collection.events.js';
import { CollectionRepository } from './collection.repository.js';
import { Collections } from './collections.js';

/** The deputy tells those who have signed how it goes on. */
@Injectable()
export class PostNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly collections: Collections,
  ) {}

  async run(person: SignedIn, petitionId: string, { title, body }: WrittenNews): Promise<void> {
    const id = v7();
    const { petition, actor } = await this.collections.getOwn(person, petitionId);
    if (!isPublic(petition.state)) throw new DomainError('conflict', 'news.not_public');
    assertNoFaults('news.invalid', assessNews({ title, body }));
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const texts = { titleKk: title.kk, titleRu: title.ru, bodyKk: body.kk, bodyRu: body.ru };
      await tx.of(CollectionRepository).addNews({ id, petitionId: petition.id, ...texts, at });
      await tx.of(OutboxRepository).add(newsPosted(petition.id, id));
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'petition.news_posted',
        objectKind: 'petition',
        objectId: petition.id,
        territory: petition.territory,
        after: { title },
      });
    });
  }
}
