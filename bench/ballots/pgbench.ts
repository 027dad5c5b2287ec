import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = `insert into pgbench_ballots values ('0196f000-0000-7000-8000-000000000001', gen_random_uuid(),
  '{1,2,3}', null, gen_random_uuid()::text, null, '\\x2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  '\\x2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  '\\x2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', clock_timestamp(), '990000000', 0);
`;

export interface PgbenchPlan {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly seconds: number;
}

/**
 * Rows a second that pgbench (Debian's postgresql-contrib) inserts, one transaction each.
 *
 * @throws Error where pgbench is not installed
 */
export function pgbenchPerSecond({ databaseUrl, connections, seconds }: PgbenchPlan): number {
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-pgbench-'));
  try {
    const script = join(folder, 'ballot.sql');
    writeFileSync(script, SCRIPT);
    const args = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(connections),
      '-j',
      '2',
      '-T',
      String(seconds),
    ];
    const run = spawnSync('pgbench', [...args, '-f', script, databaseUrl], { encoding: 'utf8' });
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
