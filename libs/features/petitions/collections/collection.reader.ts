import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficialText } from '#rules/kernel/official-text.js';

export interface PetitionNewsRow {
  readonly id: string;
  readonly title: OfficialText;
  readonly body: OfficialText;
  readonly at: Date;
}

/** A petition brought to a session of a maslikhat. */
export interface SessionRequestRow {
  readonly petition: { readonly number: string; readonly title: OfficialText };
  readonly deputy: { readonly id: string; readonly name: string };
  readonly territory: string;
  readonly proposal: OfficialText;
  readonly signatures: number;
  readonly at: Date;
}

/** What deputies have done around a collection. */
export interface CollectionRow {
  readonly coDeputies: readonly { readonly id: string; readonly name: string }[];
  readonly news: readonly PetitionNewsRow[];
  readonly session: SessionRequestRow | null;
  /** Inquiries that take it further. */
  readonly inquiries: readonly { readonly number: string; readonly title: string }[];
}

/** Questions about what deputies do around petitions. */
@Injectable()
export class CollectionReader {
  constructor(private readonly dataSource: DataSource) {}

  async find(petitionId: string): Promise<CollectionRow> {
    const [coDeputies, news, sessions, inquiries] = (await Promise.all(
      [CO_DEPUTIES, NEWS, `${SESSIONS} where s.petition_id = $1`, INQUIRIES].map((query) =>
        this.dataSource.query(query, [petitionId]),
      ),
    )) as [
      CollectionRow['coDeputies'],
      PetitionNewsRow[],
      SessionRequestRow[],
      CollectionRow['inquiries'],
    ];
    return { coDeputies, news, session: sessions[0] ?? null, inquiries };
  }

  /** What waits for a session of a maslikhat, the latest first: for the session's agenda. */
  async listForSession(territory: string): Promise<SessionRequestRow[]> {
    return this.dataSource.query(
      `${SESSIONS} where s.territory_kato = $1 order by s.at desc, s.id desc`,
      [territory],
    );
  }

  /** Petitions of colleagues in the maslikhats of these units that a deputy could stand behind. */
  async listColleagues(
    personId: string,
    maslikhats: readonly string[],
  ): Promise<{ number: string; title: OfficialText; deputy: string }[]> {
    return this.dataSource.query(COLLEAGUES, [personId, maslikhats]);
  }
}

const CO_DEPUTIES = `
  select m.id, concat_ws(' ', r.family_name, r.given_name, r.patronymic) as name
  from co_deputies c join mandates m on m.id = c.mandate_id left join public_names r on r.resident_id = m.resident_id
  where c.petition_id = $1 order by c.joined_at, m.id`;

const NEWS = `
  select id, jsonb_build_object('kk', title_kk, 'ru', title_ru) as title,
         jsonb_build_object('kk', body_kk, 'ru', body_ru) as body, at
  from petition_news where petition_id = $1 order by at desc, id desc`;

const SESSIONS = `
  select jsonb_build_object('number', p.number,
           'title', jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru)) as petition,
         jsonb_build_object('id', m.id,
           'name', concat_ws(' ', r.family_name, r.given_name, r.patronymic)) as deputy,
         s.territory_kato as territory,
         jsonb_build_object('kk', s.proposal_kk, 'ru', s.proposal_ru) as proposal,
         s.signatures, s.at
  from session_requests s join petitions p on p.id = s.petition_id
       join mandates m on m.id = s.mandate_id left join public_names r on r.resident_id = m.resident_id`;

const INQUIRIES = `select number, title from inquiries where petition_id = $1 order by filed_at, id`;

const COLLEAGUES = `
  select p.number, jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru) as title,
         concat_ws(' ', r.family_name, r.given_name) as deputy
  from petitions p join territories t on t.kato = p.territory_kato
       left join public_names r on r.resident_id = p.deputy_id
  where p.state in ('open', 'awaiting-answer') and p.deputy_id <> $1 and t.path && $2::text[]
    and not exists (select from co_deputies c join mandates m on m.id = c.mandate_id
                    where c.petition_id = p.id and m.resident_id = $1)
  order by p.opened_at desc, p.id`;
