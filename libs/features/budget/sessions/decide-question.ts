import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { type Resolution, resolutionOf } from '#rules/sessions/session-resolution.js';
import { type NamedVotes, sessionQuorum } from '#rules/sessions/session-vote.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { recordDecision } from './record-decision.js';
import { type Sitting, sittingOf } from './session-sitting.js';
import { SessionReader } from './session.reader.js';
import { type SessionInHand, SessionRepository } from './session.repository.js';

/** A vote by name on a question of the agenda that is no budget. */
export interface QuestionVote {
  readonly sessionId: string;
  /** Its place on the agenda, from 1. */
  readonly question: number;
  readonly number: string;
  readonly text: OfficialText;
  readonly votes: NamedVotes;
  readonly annexes: readonly string[];
}

/** The session decides on a question: a petition that a deputy brought, a report, anything but a budget. */
@Injectable()
export class DecideQuestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly sessions: SessionReader,
  ) {}

  /** @returns the id of the decision */
  async run(secretary: SignedIn, vote: QuestionVote): Promise<string> {
    const id = v7();
    const maslikhat = await this.sessions.getMaslikhat(vote.sessionId);
    const actor = asSecretaryOf(secretary, maslikhat);
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const session = await tx.of(SessionRepository).getForChange(vote.sessionId);
      assertQuestion(session, vote.question);
      const sitting = sittingOf(session);
      const { kind, decision } = decided(vote, sitting, today);
      const quorum = sessionQuorum(sitting.hall, sitting.sitting.rule).required;
      const made = { ...vote, id, session, kind, decision, quorum, actor, at, budgetId: null };
      const number = vote.number.trim() === '' ? null : vote.number;
      await recordDecision(tx, { ...made, number, decidedOn: today, reasons: null });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'session.question_decided',
        objectKind: 'session',
        objectId: session.id,
        territory: maslikhat,
        after: { decisionId: id, question: vote.question, kind, votes: decision.votes },
      });
    });
    return id;
  }
}

function assertQuestion({ agenda }: SessionInHand, number: number): void {
  const question = agenda[number - 1];
  if (!question) throw new DomainError('not-found', 'maslikhat-session.question_unknown');
  if (question.budget) throw new DomainError('conflict', 'maslikhat-session.question_is_budget');
}

function decided(
  vote: QuestionVote,
  { hall, sitting }: Sitting,
  today: string,
): Exclude<Resolution, { kind: 'invalid' }> {
  const resolution = resolutionOf({ ...vote, decidedOn: today }, hall, sitting);
  if (resolution.kind !== 'invalid') return resolution;
  assertNoFaults('maslikhat-session.invalid', resolution.faults);
  throw new Error('An invalid resolution names its faults');
}
