import type { Leaf } from '#rules/ledger/leaf.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { isLeafOf } from './leaf-subject.js';
import type { LeafSource } from './sources/leaf-source.js';

/** Transactions `from` … `until − 1`, by their numbers as text. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

/** Acts that are not in the log yet. */
export interface PendingLeaves {
  readonly leaves: readonly Leaf[];
  /** Up to here nothing is missing; less than was asked for where there were too many at once. */
  readonly reached: string;
}

interface StoredAct {
  readonly recorded_in: string;
}

/** Rows of one source that are taken at once: bounds memory and how long others wait. */
const MOST = 10_000;

/** Finds acts without an entry. */
export class PendingLeavesRepository extends TransactionalRepository {
  /**
   * What was written since the last time and by transactions that are over. All of them lie below the
   * oldest one under way, so no row can turn up behind the window later. A window that has gone back
   * tells a database brought back from a backup: then everything is looked through once.
   */
  async window(): Promise<Window> {
    const [row]: Window[] = await this.manager.query(`
      select case when reached <= now.until then reached else '0' end::text as from,
             now.until::text as until
      from ledger_horizon, (select pg_snapshot_xmin(pg_current_snapshot()) as until) now`);
    return row!;
  }

  async list(source: LeafSource, { from, until }: Window): Promise<PendingLeaves> {
    const all = from === '0';
    const rows: StoredAct[] = source.byTransaction
      ? await this.manager.query(pendingOf(source, all), all ? [MOST] : [MOST, from, until])
      : await this.manager.query(withoutLeaf(source));
    const leaves = rows.map((row) => source.leafOf(row as never));
    return { leaves, reached: rows.length === MOST ? rows.at(-1)!.recorded_in : until };
  }

  async reach(horizon: string): Promise<void> {
    await this.manager.query(
      `update ledger_horizon set reached = $1, sequenced_at = clock_timestamp()`,
      [horizon],
    );
  }
}

function pendingOf(source: LeafSource, all: boolean): string {
  const window = all ? '' : ' and s.recorded_in >= $2 and s.recorded_in < $3';
  return `${withoutLeaf(source)}${window} order by s.recorded_in limit $1`;
}

function withoutLeaf(source: LeafSource): string {
  return `select * from (${source.rows}) s
    where not exists (select from ledger_leaves l where ${isLeafOf(source)})`;
}
