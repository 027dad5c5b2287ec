import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { SessionState } from '#rules/sessions/session-lifecycle.js';
import type { SessionKind } from '#rules/sessions/session-rule.js';

export interface SessionRow {
  readonly id: string;
  readonly maslikhat: string;
  readonly maslikhatName: OfficialText;
  readonly number: string;
  readonly kind: SessionKind;
  readonly state: SessionState;
  readonly noticeOn: CivilDate;
  readonly materialsOn: CivilDate;
  readonly sessionOn: CivilDate;
  readonly place: OfficialText;
  readonly broadcastUrl: string | null;
  readonly agenda: readonly { readonly title: OfficialText; readonly petition: string | null }[];
  readonly deputies: number;
  readonly present: number;
}

/** A decision of a session with the votes by name. */
export interface DecisionRow {
  readonly id: string;
  readonly sessionId: string;
  readonly sessionNumber: string;
  readonly maslikhat: string;
  readonly maslikhatName: OfficialText;
  readonly budgetId: string;
  readonly year: number;
  readonly territoryName: OfficialText;
  readonly kind: 'adoption' | 'refinement' | 'return';
  readonly number: string | null;
  readonly decidedOn: CivilDate;
  readonly text: OfficialText;
  readonly reasons: OfficialText | null;
  readonly deputies: number;
  readonly present: number;
  readonly quorum: number;
  readonly required: number;
  readonly byChair: boolean;
  readonly votes: readonly {
    readonly deputy: string;
    readonly name: string;
    readonly side: VoteSide;
  }[];
}

/** Questions about sessions of maslikhats and what they decided. */
@Injectable()
export class SessionReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError not-found `maslikhat-session.not_found` */
  async get(id: string): Promise<SessionRow> {
    const rows: SessionRow[] = isUuid(id)
      ? await this.dataSource.query(`${SESSION} where s.id = $1`, [id])
      : [];
    if (!rows[0]) throw new DomainError('not-found', 'maslikhat-session.not_found');
    return rows[0];
  }

  async getMaslikhat(id: string): Promise<string> {
    return (await this.get(id)).maslikhat;
  }

  /** The latest first. */
  async list(maslikhat: string | undefined, limit: number): Promise<SessionRow[]> {
    return this.dataSource.query(
      `${SESSION} where $1::text is null or s.maslikhat_kato = $1
       order by s.session_on desc, s.id desc limit $2`,
      [maslikhat ?? null, limit],
    );
  }

  /** Decisions of a session or about a budget, the earliest first. */
  async listDecisions(of: { session?: string; budget?: string }): Promise<DecisionRow[]> {
    return this.dataSource.query(
      `${DECISION} where ($1::uuid is null or d.session_id = $1)
         and ($2::uuid is null or d.budget_id = $2) order by d.at, d.id`,
      [of.session ?? null, of.budget ?? null],
    );
  }

  /** @throws DomainError not-found `maslikhat-session.decision_not_found` */
  async getDecision(id: string): Promise<DecisionRow> {
    const rows: DecisionRow[] = isUuid(id)
      ? await this.dataSource.query(`${DECISION} where d.id = $1`, [id])
      : [];
    if (!rows[0]) throw new DomainError('not-found', 'maslikhat-session.decision_not_found');
    return rows[0];
  }
}

const NAME = `jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)`;

const SESSION = `
  select s.id, s.maslikhat_kato as maslikhat, ${NAME} as "maslikhatName", s.number, s.kind, s.state,
    s.notice_on::text as "noticeOn", s.materials_on::text as "materialsOn",
    s.session_on::text as "sessionOn",
    jsonb_build_object('kk', s.place_kk, 'ru', s.place_ru) as place,
    s.broadcast_url as "broadcastUrl", s.agenda,
    (select count(*) from mandates m join convocations v on v.id = m.convocation_id
     where v.territory_kato = s.maslikhat_kato
       and s.session_on between m.held_from and m.held_until)::int as deputies,
    (select count(*) from session_attendance a where a.session_id = s.id)::int as present
  from maslikhat_sessions s join territories t on t.kato = s.maslikhat_kato`;

const DECISION = `
  select d.id, d.session_id as "sessionId", s.number as "sessionNumber",
    d.maslikhat_kato as maslikhat, ${NAME} as "maslikhatName", d.budget_id as "budgetId", b.year,
    jsonb_build_object('kk', u.name_kk, 'ru', u.name_ru, 'en', u.name_en) as "territoryName",
    d.kind, d.number, d.decided_on::text as "decidedOn",
    jsonb_build_object('kk', d.text_kk, 'ru', d.text_ru) as text,
    case when d.reasons_kk is not null
      then jsonb_build_object('kk', d.reasons_kk, 'ru', d.reasons_ru) end as reasons,
    d.deputies, d.present, d.quorum, d.required, d.by_chair as "byChair",
    (select coalesce(jsonb_agg(jsonb_build_object('deputy', m.id, 'side', w.side,
        'name', concat_ws(' ', p.family_name, p.given_name, p.patronymic))
        order by p.family_name collate "kk-x-icu", m.id), '[]')
     from decision_votes w join mandates m on m.id = w.mandate_id
       left join public_names p on p.resident_id = m.resident_id where w.decision_id = d.id) as votes
  from maslikhat_decisions d join maslikhat_sessions s on s.id = d.session_id
    join territories t on t.kato = d.maslikhat_kato join budgets b on b.id = d.budget_id
    join territories u on u.kato = b.territory_kato`;
