import type { SessionRequester } from '#rules/sessions/session-convening.js';
import {
  nextSessionState,
  type SessionAct,
  type SessionState,
} from '#rules/sessions/session-lifecycle.js';
import type { SessionKind } from '#rules/sessions/session-rule.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { SessionQuestion } from './session-row.js';

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
  readonly agenda: readonly SessionQuestion[];
  /** Since when it is in a break; null while it is not. */
  readonly pausedOn: CivilDate | null;
  readonly present: readonly string[];
  /** Mandates held on the day of the session. */
  readonly deputies: readonly string[];
}

/** Sessions of maslikhats, one at a time and locked. */
export class SessionRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_maslikhat_sessions_number: () =>
      new DomainError('conflict', 'maslikhat-session.number_taken'),
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

  /**
   * @param pausedOn first day of a break; null where none begins
   * @throws DomainError conflict `maslikhat-session.act_not_possible`
   */
  async move(
    session: SessionInHand,
    act: SessionAct,
    pausedOn: CivilDate | null = null,
  ): Promise<void> {
    await this.manager.query(
      `update maslikhat_sessions set state = $2, paused_on = $3, version = version + 1
       where id = $1`,
      [session.id, nextSessionState(session.state, act), pausedOn],
    );
  }

  async setBroadcast(sessionId: string, url: string | null): Promise<void> {
    await this.manager.query(
      `update maslikhat_sessions set broadcast_url = $2, version = version + 1 where id = $1`,
      [sessionId, url],
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
}

const SESSION = `
  select id, maslikhat_kato as maslikhat, kind, state, session_on::text as "sessionOn",
    chair_id as "chairId", agenda, paused_on::text as "pausedOn"
  from maslikhat_sessions where id = $1 for update`;

const DEPUTIES = `
  select m.id, a.mandate_id is not null as present
  from mandates m join convocations v on v.id = m.convocation_id
    left join session_attendance a on a.mandate_id = m.id and a.session_id = $1
  where v.territory_kato = $2 and $3::date between m.held_from and m.held_until
  order by m.id`;
