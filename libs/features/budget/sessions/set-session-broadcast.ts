import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { SessionReader } from './session.reader.js';
import { SessionRepository } from './session.repository.js';

/** Where the session is shown; after it, where its recording lies. */
@Injectable()
export class SetSessionBroadcast {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionReader,
  ) {}

  async run(secretary: SignedIn, sessionId: string, url: string | null): Promise<void> {
    const actor = asSecretaryOf(secretary, await this.sessions.getMaslikhat(sessionId));
    await this.unitOfWork.run(async (tx) => {
      const sessions = tx.of(SessionRepository);
      const { state, maslikhat } = await sessions.getForChange(sessionId);
      if (state === 'cancelled')
        throw new DomainError('conflict', 'maslikhat-session.act_not_possible', { state });
      await sessions.setBroadcast(sessionId, url);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'session.broadcast_set',
        objectKind: 'session',
        objectId: sessionId,
        territory: maslikhat,
        after: { url },
      });
    });
  }
}
