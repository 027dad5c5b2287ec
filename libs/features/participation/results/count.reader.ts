import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { BallotMerger, type BallotRow, type ProjectToCount } from './round-to-count.js';
import type { TurnoutCell } from './stored-count.js';

const BALLOTS_A_PAGE = 10_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export type TerritoryCell = TurnoutCell & {
  readonly territory: string;
  readonly name: OfficialText;
};
export type DayCell = TurnoutCell & { readonly day: string };

/** Is it asked where a voter is registered? A count itself never does. */
export type BallotGrain = 'merged' | 'by-territory';

export interface GatheredBallots {
  readonly counted: BallotMerger;
  /** Ballots in quarantine. */
  readonly aside: BallotMerger;
}

/** What a count is made of. To be asked after the closure alone: then nothing of it changes. */
@Injectable()
export class CountReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Everything that got a number on the ballot, withdrawn or not. */
  async listProjects(roundId: string): Promise<ProjectToCount[]> {
    const rows: (Omit<ProjectToCount, 'costTiyn'> & { costTiyn: string })[] =
      await this.dataSource.query(PROJECTS, [roundId]);
    return rows.map((row) => ({ ...row, costTiyn: BigInt(row.costTiyn) }));
  }

  /**
   * All ballots, read page by page along their key, so that memory holds one page at a time.
   *
   * @param marks digests of the receipts of ballots that are set aside
   */
  async gatherBallots(
    roundId: string,
    grain: BallotGrain,
    marks: ReadonlySet<string>,
  ): Promise<GatheredBallots> {
    const [counted, aside] = [new BallotMerger(), new BallotMerger()];
    for (let after: string | undefined = FIRST_ID; after !== undefined;) {
      const page = await this.pageAfter({ roundId, after, grain, withMarks: marks.size > 0 });
      for (const ballot of page) (marks.has(ballot.mark ?? '') ? aside : counted).add(ballot);
      after = page.length < BALLOTS_A_PAGE ? undefined : page.at(-1)?.resident;
    }
    return { counted, aside };
  }

  async countByTerritory(roundId: string): Promise<TerritoryCell[]> {
    return this.dataSource.query(BY_TERRITORY, [roundId]);
  }

  async countByDay(roundId: string): Promise<DayCell[]> {
    return this.dataSource.query(BY_DAY, [roundId]);
  }

  private async pageAfter({ roundId, after, grain, withMarks }: Page): Promise<PageRow[]> {
    return this.dataSource.query(
      `select resident_id as resident, projects::text, points::text,
              case when $3 then territory_kato end as territory,
              case when $4 then encode(sha256(convert_to(receipt, 'UTF8')), 'hex') end as mark
       from ballots
       where round_id = $1 and resident_id > $2 order by resident_id limit ${BALLOTS_A_PAGE}`,
      [roundId, after, grain === 'by-territory', withMarks],
    );
  }
}

interface Page {
  readonly roundId: string;
  readonly after: string;
  readonly grain: BallotGrain;
  readonly withMarks: boolean;
}

type PageRow = BallotRow & { readonly resident: string; readonly mark: string | null };

const PROJECTS = `
  select p.id as proposal, p.ballot_number as number, coalesce(p.pot_kato, r.territory_kato) as pot,
         p.state = 'withdrawn' as "isWithdrawn",
         jsonb_build_object('kk', coalesce(p.title_kk, p.title), 'ru', coalesce(p.title_ru, p.title)) as title,
         coalesce(p.checked_cost_tiyn, p.cost_tiyn, 0)::text as "costTiyn", p.exclusive_group as "group"
  from proposals p join rounds r on r.id = p.round_id
  where p.round_id = $1 and p.ballot_number is not null
  order by p.ballot_number`;

const BY_TERRITORY = `
  select b.territory_kato as territory, count(*)::int as count,
         jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru) as name
  from ballots b join territories t on t.kato = b.territory_kato
  where b.round_id = $1 group by b.territory_kato, t.name_kk, t.name_ru
  order by count desc, b.territory_kato`;

const BY_DAY = `
  select ((cast_at at time zone 'Asia/Almaty')::date)::text as day, count(*)::int as count
  from ballots where round_id = $1 group by 1 order by 1`;
