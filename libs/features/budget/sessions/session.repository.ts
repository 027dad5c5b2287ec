import type { AgendaDecision } from '#rules/assemblies/agenda-decision.js';
import type { SessionRequester } from '#rules/sessions/session-convening.js';
import {
  nextSessionState,
  type SessionAct,
  type SessionState,
} from '#rules/sessions/session-lifecycle.js';
import type { SessionKind } from '#rules/sessions/session-rule.js';
import type { NamedVotes } from '#rules/sessions/session-vote.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

/** A question on the agenda; `petition` names the one that a deputy brought. */
export interface SessionQuestion {
  readonly title: OfficialText;
  readonly petition: string | null;
}

export interface NewSession {
  readonly id: string;
  readonly maslikhat: string;
  readonly number: string;
  readonly kind: SessionKind;
  readonly noticeOn: CivilDate;
  readonly materialsOn: CivilDate;
  readonly sessionOn: CivilDate;
  readonly place: OfficialText;
  readonly broadcastUrl: string | null;
  readonly agenda: readonly SessionQuestion[];
  readonly request: { readonly by: SessionRequester; readonly on: CivilDate } | null;
}

/** A session, locked, with everybody who may decide in it. */
export interface SessionInHand {
  readonly id: string;
  readonly maslikhat: string;
  readonly kind: SessionKind;
  readonly state: SessionState;
  readonly sessionOn: CivilDate;
  readonly chairId: string | null;
  readonly present: readonly string[];
  /** Mandates held on the day of the session. */
  readonly deputies: readonly string[];
}

/** A decision of the maslikhat with the votes it rests on. */
export interface SessionDecision {
  readonly id: string;
  readonly session: SessionInHand;
  readonly budgetId: string;
  readonly kind: 'adoption' | 'refinement' | 'return';
  readonly number: string | null;
  readonly decidedOn: CivilDate;
  readonly text: OfficialText;
  readonly reasons: OfficialText | null;
  readonly quorum: number;
  readonly decision: AgendaDecision;
  readonly votes: NamedVotes;
  readonly actor: Actor;
  readonly at: Date;
}

/** Sessions of maslikhats, one at a time and locked, and their decisions, which are never changed. */
export class SessionRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_maslikhat_sessions_number: () =>
      new DomainError('conflict', 'maslikhat-session.number_taken'),
    uq_maslikhat_decisions_number: () =>
      new DomainError('conflict', 'maslikhat-session.decision_number_taken'),
    uq_maslikhat_decisions_adoption: () => new DomainError('conflict', 'budget.adopted_already'),
  };

  async add(session: NewSession): Promise<void> {
    await this.manager.query(
      `insert into maslikhat_sessions (id, maslikhat_kato, number, kind, state, notice_on,
         materials_on, session_on, place_kk, place_ru, broadcast_url, agenda, request)
       values ($1, $2, $3, $4, 'convened', $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        session.id,
        session.maslikhat,
        session.number,
        session.kind,
        session.noticeOn,
        session.materialsOn,
        session.sessionOn,
        session.place.kk,
        session.place.ru,
        session.broadcastUrl,
        JSON.stringify(session.agenda),
        session.request === null ? null : JSON.stringify(session.request),
      ],
    );
  }

  /** @throws DomainError not-found `maslikhat-session.not_found` */
  async getForChange(id: string): Promise<SessionInHand> {
    const [row]: Omit<SessionInHand, 'present' | 'deputies'>[] = await this.manager.query(SESSION, [
      id,
    ]);
    if (!row) throw new DomainError('not-found', 'maslikhat-session.not_found');
    const people: { id: string; present: boolean }[] = await this.manager.query(DEPUTIES, [
      id,
      row.maslikhat,
      row.sessionOn,
    ]);
    return {
      ...row,
      deputies: people.map((one) => one.id),
      present: people.filter(({ present }) => present).map((one) => one.id),
    };
  }

  /** @throws DomainError conflict `maslikhat-session.act_not_possible` */
  async move(session: SessionInHand, act: SessionAct): Promise<void> {
    await this.manager.query(
      `update maslikhat_sessions set state = $2, version = version + 1 where id = $1`,
      [session.id, nextSessionState(session.state, act)],
    );
  }

  /** Those who are there now, and who is in the chair; what was noted before is replaced. */
  async setAttendance(
    sessionId: string,
    present: readonly string[],
    chairId: string | null,
  ): Promise<void> {
    await this.manager.query(`delete from session_attendance where session_id = $1`, [sessionId]);
    await this.manager.query(
      `insert into session_attendance (session_id, mandate_id) select $1, unnest($2::uuid[])`,
      [sessionId, present],
    );
    await this.manager.query(`update maslikhat_sessions set chair_id = $2 where id = $1`, [
      sessionId,
      chairId,
    ]);
  }

  async addDecision(made: SessionDecision): Promise<void> {
    const { session, decision, text, reasons, actor } = made;
    await this.manager.query(ADD_DECISION, [
      made.id,
      session.id,
      session.maslikhat,
      made.budgetId,
      made.kind,
      made.number,
      made.decidedOn,
      text.kk,
      text.ru,
      reasons?.kk ?? null,
      reasons?.ru ?? null,
      session.deputies.length,
      session.present.length,
      made.quorum,
      decision.required,
      decision.reason === 'chair',
      actor.personId,
      actor.post.kk,
      actor.post.ru,
      made.at,
    ]);
    await this.manager.query(
      `insert into decision_votes (decision_id, mandate_id, side)
       select $1, v."deputyId", v.side
       from jsonb_to_recordset($2::jsonb) as v ("deputyId" uuid, side text)`,
      [made.id, JSON.stringify(made.votes)],
    );
  }
}

const SESSION = `
  select id, maslikhat_kato as maslikhat, kind, state, session_on::text as "sessionOn",
    chair_id as "chairId"
  from maslikhat_sessions where id = $1 for update`;

const DEPUTIES = `
  select m.id, a.mandate_id is not null as present
  from mandates m join convocations v on v.id = m.convocation_id
    left join session_attendance a on a.mandate_id = m.id and a.session_id = $1
  where v.territory_kato = $2 and $3::date between m.held_from and m.held_until
  order by m.id`;

const ADD_DECISION = `
  insert into maslikhat_decisions (id, session_id, maslikhat_kato, budget_id, kind, number,
    decided_on, text_kk, text_ru, reasons_kk, reasons_ru, deputies, present, quorum, required,
    by_chair, by_person, post_kk, post_ru, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`;
