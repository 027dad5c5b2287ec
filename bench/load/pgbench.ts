import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PgbenchPlan {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly seconds: number;
  /** One transaction: the row that is inserted. */
  readonly statement: string;
}

/**
 * Rows a second that pgbench (Debian's postgresql-contrib) inserts, one transaction each.
 *
 * @throws Error where pgbench is not installed
 */
export function pgbenchPerSecond({
  databaseUrl,
  connections,
  seconds,
  statement,
}: PgbenchPlan): number {
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-pgbench-'));
  try {
    const script = join(folder, 'insert.sql');
    writeFileSync(script, statement);
    const args = `-n -M prepared -c ${connections} -j 2 -T ${seconds} -f`.split(' ');
    const run = spawnSync('pgbench', [...args, script, databaseUrl], { encoding: 'utf8' });
    const tps = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
    if (!tps)
      throw new Error(
        `pgbench did not run (postgresql-contrib installed?): ${run.error?.message ?? run.stderr}`,
      );
    return Number(tps);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
