import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { ObligationKind } from '#rules/obligations/obligation-kind.js';
import type { ObligationState } from '#rules/obligations/obligation-state.js';
import type { DutyDaysRow, ObligationRow } from './obligation-row.js';

/** Which duties; a territory stands for itself and every unit below it. */
export interface ObligationsQuestion {
  readonly territory?: string | undefined;
  readonly state?: ObligationState | undefined;
  readonly kind?: ObligationKind | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A post that somebody holds. */
export interface HeldPost {
  readonly role: string;
  readonly territory: string;
}

/** Questions about duties. */
@Injectable()
export class ObligationReader {
  constructor(private readonly dataSource: DataSource) {}

  /** What was due first comes first. */
  async list(question: ObligationsQuestion): Promise<ObligationRow[]> {
    const { territory, state, kind, after, limit } = question;
    return this.dataSource.query(`${DUTY} ${WHICH} order by o.due_on, o.id limit $5`, [
      territory ?? null,
      state ?? null,
      kind ?? null,
      after !== undefined && isUuid(after) ? after : null,
      limit,
    ]);
  }

  /** What waits for the holder of these posts, the most urgent first. */
  async listWaitingFor(posts: readonly HeldPost[], limit: number): Promise<ObligationRow[]> {
    return this.dataSource.query(
      `${DUTY} where o.met_on is null and (o.post, o.territory_kato) in (
         select h.role, u.kato from jsonb_to_recordset($1::jsonb) as h (role text, territory text)
         join territories u on h.territory = any(u.path))
       order by o.due_on, o.id limit $2`,
      [JSON.stringify(posts), limit],
    );
  }

  /** Days of all duties of a territory and below it, by whom they belong to. */
  async listDays(territory: string | undefined): Promise<DutyDaysRow[]> {
    return this.dataSource.query(
      `select o.post, o.territory_kato as territory,
         jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en) as "territoryName",
         o.event_on::text as "eventOn", o.due_on::text as "dueOn", o.met_on::text as "metOn"
       from obligations o join territories t on t.kato = o.territory_kato
       where $1::text is null or $1 = any(t.path)
       order by cardinality(t.path), t.name_kk collate "kk-x-icu", t.kato, o.post`,
      [territory ?? null],
    );
  }
}

const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

const STAND_IN = `case when o.met_on is null then (
    select jsonb_build_object('until', d.until_on::text,
             'name', concat_ws(' ', p.family_name, p.given_name, p.patronymic))
    from delegations d join public_names p on p.resident_id = d.to_person
    where d.role = o.post and d.territory_kato = any(t.path)
      and ${TODAY} between d.from_on and d.until_on
      and not exists (select from delegation_ends e where e.delegation_id = d.id)
    order by cardinality(t.path) - array_position(t.path, d.territory_kato), d.id limit 1) end`;

const DUTY = `
  select o.id, o.kind, o.post, o.territory_kato as territory,
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en) as "territoryName",
    o.object_kind as "objectKind", o.object_id as "objectId", o.part,
    o.event_on::text as "eventOn", o.due_on::text as "dueOn", o.met_on::text as "metOn",
    (o.warned_at at time zone 'Asia/Almaty')::date::text as "warnedOn", ${STAND_IN} as "standIn",
    ${TODAY}::text as today
  from obligations o join territories t on t.kato = o.territory_kato`;

const WHICH = `
  where ($1::text is null or $1 = any(t.path))
    and ($2::text is null or $2 = case
          when o.met_on is not null then case when o.met_on > o.due_on then 'late' else 'met' end
          when ${TODAY} > o.due_on then 'overdue' else 'open' end)
    and ($3::text is null or o.kind = $3)
    and ($4::uuid is null or (o.due_on, o.id) > (select due_on, id from obligations where id = $4))`;
