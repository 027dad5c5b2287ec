import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { RefusalGround } from '#rules/participation/refusal-grounds.js';
import type { StoredCount } from './stored-count.js';

export interface StrikeRow {
  readonly number: number;
  readonly ground: RefusalGround;
  readonly text: OfficialText;
}

export interface CouncilDecisionRow {
  readonly protocolNumber: string;
  readonly text: OfficialText;
  readonly decidedAt: Date;
  readonly publishedAt: Date | null;
  readonly strikes: readonly StrikeRow[];
}

/** The count that stands, with what the Expert Council made of it. */
export interface ResultRow {
  readonly tally: string;
  readonly computedAt: Date;
  readonly reason: string | null;
  readonly ballots: number;
  readonly count: StoredCount;
  readonly decision: CouncilDecisionRow | null;
}

export interface TallyRow {
  readonly id: string;
  readonly computedAt: Date;
  readonly reason: string | null;
  readonly ballots: number;
}

export interface FileRow {
  readonly territory: string;
  readonly digest: string;
}

/** The election file of one pot, packed with gzip; the digest is of the text in it. */
export interface StoredFile extends FileRow {
  readonly gzipped: Buffer;
}

/** Questions about counts and results; only ever asked about closed rounds. */
@Injectable()
export class ResultReader {
  constructor(private readonly dataSource: DataSource) {}

  async find(roundId: string): Promise<ResultRow | null> {
    const rows: (Omit<ResultRow, 'decision'> & { decided: StoredDecision | null })[] =
      await this.dataSource.query(RESULT, [roundId]);
    const [row] = rows;
    if (!row) return null;
    const { decided, ...result } = row;
    return { ...result, decision: decided && decisionOf(decided) };
  }

  /** @throws DomainError rule-violated `result.not_counted` */
  async get(roundId: string): Promise<ResultRow> {
    const found = await this.find(roundId);
    if (!found) throw new DomainError('rule-violated', 'result.not_counted');
    return found;
  }

  /** Every count of a round, the first one first. */
  async listTallies(roundId: string): Promise<TallyRow[]> {
    return this.dataSource.query(
      `select id, computed_at as "computedAt", reason, ballots from tallies
       where round_id = $1 order by computed_at, id`,
      [roundId],
    );
  }

  async listFiles(tallyId: string): Promise<FileRow[]> {
    return this.dataSource.query(
      `select territory_kato as territory, encode(digest, 'hex') as digest from tally_files
       where tally_id = $1 order by territory_kato`,
      [tallyId],
    );
  }

  /** @throws DomainError not-found `result.no_such_file` */
  async getFile(tallyId: string, territory: string): Promise<StoredFile> {
    const rows: StoredFile[] = await this.dataSource.query(
      `select territory_kato as territory, encode(digest, 'hex') as digest, gzipped
       from tally_files where tally_id = $1 and territory_kato = $2`,
      [tallyId, territory],
    );
    if (!rows[0]) throw new DomainError('not-found', 'result.no_such_file');
    return rows[0];
  }

  /** Rounds whose voting has ended by the database clock and that are not counted yet. */
  async listToCount(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select r.id from rounds r
       where r.voting_until <= clock_timestamp() and r.published_at is null
         and not exists (select from tallies t where t.round_id = r.id)
       order by r.voting_until, r.id`,
    );
    return rows.map(({ id }) => id);
  }
}

type StoredDecision = Omit<CouncilDecisionRow, 'decidedAt' | 'publishedAt'> & {
  readonly decidedAt: string;
  readonly publishedAt: string | null;
};

function decisionOf({ decidedAt, publishedAt, ...decision }: StoredDecision): CouncilDecisionRow {
  return {
    ...decision,
    decidedAt: new Date(decidedAt),
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
  };
}

const RESULT = `
  select t.id as tally, t.computed_at as "computedAt", t.reason, t.ballots, t.outcome as count,
         case when d.tally_id is not null then jsonb_build_object(
           'protocolNumber', d.council_protocol,
           'text', jsonb_build_object('kk', d.council_text_kk, 'ru', d.council_text_ru),
           'decidedAt', d.decided_at, 'publishedAt', d.published_at,
           'strikes', coalesce((
             select jsonb_agg(jsonb_build_object('number', s.ballot_number, 'ground', s.ground,
                      'text', jsonb_build_object('kk', s.text_kk, 'ru', s.text_ru))
                    order by s.ballot_number)
             from result_strikes s where s.tally_id = t.id), '[]'::jsonb)) end as decided
  from tallies t left join round_results d on d.tally_id = t.id
  where t.round_id = $1
  order by t.computed_at desc, t.id desc limit 1`;
