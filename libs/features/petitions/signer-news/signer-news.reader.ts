import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** What a signer is told: a deputy's own words, or what has happened to the petition. */
export type SignerNewsKind = 'news' | 'reached' | 'forwarded' | 'discussion' | 'answered';

/** One piece of news of a petition that a resident has signed. */
export interface SignerNewsRow {
  readonly kind: SignerNewsKind;
  readonly petitionNumber: string;
  readonly petitionTitle: OfficialText;
  /** Title of the deputy's words; null where something happened. */
  readonly title: OfficialText | null;
  readonly at: Date;
  readonly isUnread: boolean;
}

/** Questions about the news of petitions to those who signed them. */
@Injectable()
export class SignerNewsReader {
  constructor(private readonly dataSource: DataSource) {}

  /** What happened after the person signed, the newest first. */
  async listFor(residentId: string, limit: number): Promise<SignerNewsRow[]> {
    return this.dataSource.query(`${NEWS} order by n.at desc, p.number limit $2`, [
      residentId,
      limit,
    ]);
  }

  async countUnread(residentId: string): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      `select count(*)::int as count from (${NEWS}) news where "isUnread"`,
      [residentId],
    );
    return rows[0]!.count;
  }
}

const NEWS = `
  select n.kind, p.number as "petitionNumber", n.title, n.at,
    jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru) as "petitionTitle",
    n.at > coalesce((select r.read_until from news_readings r where r.resident_id = $1),
                    '-infinity') as "isUnread"
  from petitions p join signatures s on s.petition_id = p.id and s.resident_id = $1
  cross join lateral (
    select 'news' as kind, jsonb_build_object('kk', title_kk, 'ru', title_ru) as title, at
    from petition_news where petition_id = p.id
    union all
    select 'reached', null, p.reached_at where p.state in ('awaiting-answer', 'answered')
    union all
    select 'forwarded', null, at from petition_forwardings where petition_id = p.id
    union all
    select 'discussion', null, at from petition_discussions where petition_id = p.id
    union all
    select 'answered', null, at from petition_answers where petition_id = p.id
  ) n
  where n.at > s.signed_at`;
