import type { AgendaDecision } from '#rules/assemblies/agenda-decision.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { DecisionPublication } from '#rules/sessions/decision-publication.js';
import type { NamedVotes } from '#rules/sessions/session-vote.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import type { SessionDecisionKind } from './session-row.js';
import type { SessionInHand } from './session.repository.js';

/** A decision of the maslikhat with the votes it rests on. */
export interface SessionDecision {
  readonly id: string;
  readonly session: SessionInHand;
  readonly budgetId: string | null;
  /** Its place on the agenda, where it is no budget. */
  readonly question: number | null;
  readonly kind: SessionDecisionKind;
  readonly number: string | null;
  readonly decidedOn: CivilDate;
  readonly text: OfficialText;
  readonly reasons: OfficialText | null;
  readonly quorum: number;
  readonly decision: AgendaDecision;
  readonly votes: NamedVotes;
  /** Ids of loose files that become its annexes. */
  readonly annexes: readonly string[];
  readonly actor: Actor;
  readonly at: Date;
}

/** Decisions of sessions and their publication; neither is ever changed. */
export class SessionDecisionRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_maslikhat_decisions_number: () =>
      new DomainError('conflict', 'maslikhat-session.decision_number_taken'),
    uq_maslikhat_decisions_adoption: () => new DomainError('conflict', 'budget.adopted_already'),
    uq_maslikhat_decisions_question: () =>
      new DomainError('conflict', 'maslikhat-session.question_decided'),
    pk_decision_publications: () =>
      new DomainError('conflict', 'maslikhat-session.published_already'),
  };

  async add(made: SessionDecision): Promise<void> {
    await this.manager.query(ADD_DECISION, [...partsOf(made), ...arithmeticOf(made)]);
    await this.manager.query(
      `insert into decision_votes (decision_id, mandate_id, side)
       select $1, v."deputyId", v.side
       from jsonb_to_recordset($2::jsonb) as v ("deputyId" uuid, side text)`,
      [made.id, JSON.stringify(made.votes)],
    );
  }

  async addPublication(
    decisionId: string,
    { publishedOn, url, place }: DecisionPublication,
    { actor, at }: { readonly actor: Actor; readonly at: Date },
  ): Promise<void> {
    await this.manager.query(
      `insert into decision_publications (decision_id, published_on, url, place, by_person, post_kk,
         post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [decisionId, publishedOn, url, place, actor.personId, actor.post.kk, actor.post.ru, at],
    );
  }
}

function partsOf({ session, text, reasons, ...made }: SessionDecision): unknown[] {
  return [
    made.id,
    session.id,
    session.maslikhat,
    made.budgetId,
    made.question,
    made.kind,
    made.number,
    made.decidedOn,
    text.kk,
    text.ru,
    reasons?.kk ?? null,
    reasons?.ru ?? null,
  ];
}

function arithmeticOf({ session, decision, quorum, actor, at }: SessionDecision): unknown[] {
  const { required, reason } = decision;
  const hall = [session.deputies.length, session.present.length, quorum, required];
  return [...hall, reason === 'chair', actor.personId, actor.post.kk, actor.post.ru, at];
}

const ADD_DECISION = `
  insert into maslikhat_decisions (id, session_id, maslikhat_kato, budget_id, question, kind, number,
    decided_on, text_kk, text_ru, reasons_kk, reasons_ru, deputies, present, quorum, required,
    by_chair, by_person, post_kk, post_ru, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    $21)`;
