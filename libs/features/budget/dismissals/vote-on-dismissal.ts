import { Injectable } from '@nestjs/common';
import { sessionActOf } from '#rules/assemblies/dismissal-step.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { dismissalVerdictOf } from '#rules/sessions/session-dismissal.js';
import { canDecide } from '#rules/sessions/session-lifecycle.js';
import { sessionRuleOn } from '#rules/sessions/session-rule.js';
import { type NamedVotes, sessionQuorum } from '#rules/sessions/session-vote.js';
import type { SessionInHand } from '../sessions/session.repository.js';
import {
  type DismissalAsked,
  type DismissalTurn,
  type JudgedAct,
  RecordDismissalAct,
} from './record-dismissal-act.js';

export interface VotedDismissal {
  readonly sessionId: string;
  readonly number: string;
  readonly text: OfficialText;
  readonly votes: NamedVotes;
}

/** The session votes by name: the dismissal is proposed, proposed again and binding, or not. */
@Injectable()
export class VoteOnDismissal {
  constructor(private readonly record: RecordDismissalAct) {}

  /** @throws DomainError conflict `maslikhat-session.another_maslikhat`, `maslikhat-session.not_open` */
  async run(asked: Omit<DismissalAsked, 'on'>, voted: VotedDismissal): Promise<void> {
    const { sessionId } = voted;
    await this.record.run(
      { ...asked, on: null },
      { asked: 'adopt', sessionId, judge: (turn) => judge(turn, voted) },
    );
  }
}

async function judge(turn: DismissalTurn, voted: VotedDismissal): Promise<JudgedAct> {
  const { repository, dismissal, on } = turn;
  const session = deciding(turn.session!, dismissal.maslikhat);
  const { sessionOn, present } = session;
  const rule = sessionRuleOn(session.kind, sessionOn);
  const hall = { deputies: session.deputies, present, chairId: session.chairId ?? '' };
  const verdict = dismissalVerdictOf({ ...voted, decidedOn: on }, hall, { sessionOn, rule });
  if (verdict.kind === 'invalid') return { faults: verdict.faults, act: { act: 'reject' } };
  const { adopted, required } = verdict.vote;
  const keptOn = await repository.findKeptOn(dismissal);
  const { sessionId, number, text, votes } = voted;
  return {
    faults: [],
    act: {
      act: sessionActOf({ adopted, on }, keptOn),
      ofDeputies: session.deputies.length,
      required,
      sessionId,
      present: present.length,
      quorum: sessionQuorum(hall, rule).required,
      actNumber: number,
      text,
      votes,
    },
  };
}

function deciding(session: SessionInHand, maslikhat: string): SessionInHand {
  if (session.maslikhat !== maslikhat)
    throw new DomainError('conflict', 'maslikhat-session.another_maslikhat');
  if (!canDecide(session.state))
    throw new DomainError('conflict', 'maslikhat-session.not_open', { state: session.state });
  return session;
}
