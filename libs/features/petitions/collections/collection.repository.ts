import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { CoDeputyRecord } from './co-deputy.record.js';
import { PetitionNewsRecord } from './petition-news.record.js';
import { SessionRequestRecord } from './session-request.record.js';

/** What deputies do around a collection of signatures. */
export class CollectionRepository extends TransactionalRepository {
  static override readonly violations = {
    pk_co_deputies: () => new DomainError('conflict', 'petition.co_deputy_already'),
    uq_session_requests_once: () => new DomainError('conflict', 'session.already_brought'),
  };

  async addCoDeputy(coDeputy: CoDeputyRecord): Promise<void> {
    await this.manager.getRepository(CoDeputyRecord).insert(coDeputy);
  }

  async addNews(news: PetitionNewsRecord): Promise<void> {
    await this.manager.getRepository(PetitionNewsRecord).insert(news);
  }

  async addSessionRequest(request: SessionRequestRecord): Promise<void> {
    await this.manager.getRepository(SessionRequestRecord).insert(request);
  }
}
