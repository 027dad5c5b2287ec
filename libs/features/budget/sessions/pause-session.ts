import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { isBreakLawful } from '#rules/sessions/session-convening.js';
import { sessionRuleOn } from '#rules/sessions/session-rule.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { SessionReader } from './session.reader.js';
import { type SessionInHand, SessionRepository } from './session.repository.js';

/** The session goes into a break, or goes on after one that was not too long. */
@Injectable()
export class PauseSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly sessions: SessionReader,
  ) {}

  async run(secretary: SignedIn, sessionId: string, act: 'pause' | 'resume'): Promise<void> {
    const actor = asSecretaryOf(secretary, await this.sessions.getMaslikhat(sessionId));
    const { today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const sessions = tx.of(SessionRepository);
      const session = await sessions.getForChange(sessionId);
      if (act === 'resume') assertBreakOver(session, today);
      await sessions.move(session, act, act === 'pause' ? today : null);
      await tx.of(AuditEntryRepository).add(actor, {
        act: act === 'pause' ? 'session.paused' : 'session.resumed',
        objectKind: 'session',
        objectId: sessionId,
        territory: session.maslikhat,
      });
    });
  }
}

function assertBreakOver({ pausedOn, kind, sessionOn }: SessionInHand, today: string): void {
  const rule = sessionRuleOn(kind, sessionOn);
  if (pausedOn === null || isBreakLawful(pausedOn, today, rule)) return;
  throw new DomainError('rule-violated', 'maslikhat-session.break_too_long', {
    days: rule.breakDays,
  });
}
