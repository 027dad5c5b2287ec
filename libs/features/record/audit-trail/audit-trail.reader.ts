import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** An act of a person in office. */
export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly personId: string;
  /** Full name: for auditors only. */
  readonly personName: string;
  readonly role: string;
  readonly post: OfficialText;
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly territory: string | null;
  /** KATO codes from the top down to the territory; empty where the act has none. */
  readonly territoryPath: readonly string[];
  readonly territoryName: OfficialText | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** Which acts; a territory means itself and everything below it. */
export interface AuditQuestion {
  readonly territory?: string | undefined;
  readonly act?: string | undefined;
  readonly objectKind?: string | undefined;
  readonly objectId?: string | undefined;
  /** First and last day, in Kazakhstan. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Id of the last act of the part before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Questions about the audit trail; the newest acts first. */
@Injectable()
export class AuditTrailReader {
  constructor(private readonly dataSource: DataSource) {}

  async list(question: AuditQuestion): Promise<AuditRow[]> {
    const { territory, act, objectKind, objectId, from, until, after, limit } = question;
    const asked = [territory, act, objectKind, objectId, from, until, placeOf(after)];
    return this.dataSource.query(LIST, [...asked.map((value) => value ?? null), limit]);
  }

  /** Kinds of acts that occur, for a filter. */
  async listActs(): Promise<string[]> {
    const rows: { act: string }[] = await this.dataSource.query(
      `select distinct act from audit_entries order by act`,
    );
    return rows.map((row) => row.act);
  }
}

function placeOf(after: string | undefined): string | undefined {
  return after !== undefined && /^\d{1,18}$/.test(after) ? after : undefined;
}

const LIST = `
  select a.id, a.at, a.person_id as "personId",
         concat_ws(' ', p.family_name, p.given_name, p.patronymic) as "personName", a.role,
         jsonb_build_object('kk', a.post_kk, 'ru', a.post_ru) as post, a.act,
         a.object_kind as "objectKind", a.object_id as "objectId", a.territory_kato as territory,
         coalesce(t.path, '{}') as "territoryPath",
         case when t.kato is not null
              then jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru) end as "territoryName",
         a.before, a.after
  from audit_entries a left join public_names p on p.resident_id = a.person_id
       left join territories t on t.kato = a.territory_kato
  where ($1::text is null or t.path @> array[$1]) and ($2::text is null or a.act = $2)
    and ($3::text is null or a.object_kind = $3) and ($4::text is null or a.object_id = $4)
    and ($5::date is null or a.at >= $5::date::timestamp at time zone 'Asia/Almaty')
    and ($6::date is null or a.at < ($6::date + 1)::timestamp at time zone 'Asia/Almaty')
    and ($7::bigint is null or a.id < $7)
  order by a.id desc limit $8`;
