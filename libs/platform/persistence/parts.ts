import type { DataSource } from 'typeorm';

/** A table that is cut by period, as ADR 40 tells. */
export interface CutTable {
  readonly name: string;
  /** Rows whose period has no part: they lie beside all parts. */
  readonly loose: number;
  /** Up to this moment every new round and petition has its part. */
  readonly endsAt: Date;
}

/**
 * Makes the parts of this quarter and the next one where they are not there yet, and puts loose rows
 * into theirs. Acts go on meanwhile; where the table is busy it fails and can be tried again.
 *
 * @returns how many were made
 */
export async function makePartsAhead(dataSource: DataSource): Promise<number> {
  const [row] = (await dataSource.query(`select make_parts_ahead() as made`)) as [{ made: number }];
  return row.made;
}

export async function listCutTables(dataSource: DataSource): Promise<CutTable[]> {
  return dataSource.query(
    `select name, loose::float8 as loose, ends_at as "endsAt" from report_parts()`,
  );
}

/** PostgreSQL keeps statistics of each part by itself, of the whole table only when it is told to. */
export async function refreshStatistics(dataSource: DataSource): Promise<void> {
  const stale: { name: string }[] = await dataSource.query(`
    select relid::regclass::text as name from pg_stat_user_tables
    where schemaname = 'public' and relname in (select name from report_parts())
      and coalesce(last_analyze, '-infinity') < now() - interval '1 day'`);
  if (stale.length === 0) return;
  const runner = dataSource.createQueryRunner();
  try {
    // A sample of every part, which is read from the disk.
    await runner.query(`set statement_timeout = 0`);
    await runner.query(`analyze ${stale.map(({ name }) => name).join(', ')}`);
  } finally {
    await runner.query(`reset statement_timeout`);
    await runner.release();
  }
}
