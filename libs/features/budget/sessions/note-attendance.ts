import { Injectable } from '@nestjs/common';
import type { Quorum } from '#rules/assemblies/quorum.js';
import { assertNoFaults, DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { sessionRuleOn } from '#rules/sessions/session-rule.js';
import { sessionQuorum } from '#rules/sessions/session-vote.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { SessionReader } from './session.reader.js';
import { type SessionInHand, SessionRepository } from './session.repository.js';

export interface NotedAttendance {
  readonly sessionId: string;
  /** Ids of mandates. */
  readonly present: readonly string[];
  readonly chair: string | null;
}

/** The secretary notes who is there; the first time opens the session. */
@Injectable()
export class NoteAttendance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly sessions: SessionReader,
  ) {}

  async run(secretary: SignedIn, noted: NotedAttendance): Promise<Quorum> {
    const actor = asSecretaryOf(secretary, await this.sessions.getMaslikhat(noted.sessionId));
    const { today } = await this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const sessions = tx.of(SessionRepository);
      const session = await sessions.getForChange(noted.sessionId);
      assertNoFaults('maslikhat-session.invalid', attendanceFaults(noted, session, today));
      if (session.state === 'convened') await sessions.move(session, 'open');
      else if (session.state !== 'open')
        throw new DomainError('conflict', 'maslikhat-session.act_not_possible', {
          state: session.state,
        });
      const present = [...new Set(noted.present)];
      await sessions.setAttendance(session.id, present, noted.chair);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'session.attendance_noted',
        objectKind: 'session',
        objectId: session.id,
        territory: session.maslikhat,
        after: { present, chair: noted.chair },
      });
      const hall = { deputies: session.deputies, present, chairId: noted.chair ?? '' };
      return sessionQuorum(hall, sessionRuleOn(session.kind, session.sessionOn));
    });
  }
}

function attendanceFaults(
  { present, chair }: NotedAttendance,
  { deputies, sessionOn }: SessionInHand,
  today: string,
): readonly Fault[] {
  const strangers = present.filter((id) => !deputies.includes(id));
  const faults: Fault[] = [];
  if (strangers.length > 0)
    faults.push({
      code: 'maslikhat-session.not_a_deputy',
      field: 'present',
      details: { strangers },
    });
  if (chair !== null && !present.includes(chair))
    faults.push({ code: 'maslikhat-session.no_chair', field: 'chair' });
  if (today < sessionOn)
    faults.push({
      code: 'maslikhat-session.not_begun',
      field: 'present',
      details: { from: sessionOn },
    });
  return faults;
}
