import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { SessionReader } from './session.reader.js';
import { SessionRepository } from './session.repository.js';

/** The secretary closes a session, or cancels one that has not opened. */
@Injectable()
export class EndSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionReader,
  ) {}

  async run(secretary: SignedIn, sessionId: string, act: 'close' | 'cancel'): Promise<void> {
    const actor = asSecretaryOf(secretary, await this.sessions.getMaslikhat(sessionId));
    await this.unitOfWork.run(async (tx) => {
      const sessions = tx.of(SessionRepository);
      const session = await sessions.getForChange(sessionId);
      await sessions.move(session, act);
      await tx.of(AuditEntryRepository).add(actor, {
        act: act === 'close' ? 'session.closed' : 'session.cancelled',
        objectKind: 'session',
        objectId: sessionId,
        territory: session.maslikhat,
      });
    });
  }
}
