import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Waits, waitsOf } from './waits.js';

export interface PgbenchPlan {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly seconds: number;
  /** One transaction: the row that is inserted. */
  readonly statement: string;
}

export interface PgbenchArrivals extends Waits {
  readonly sent: number;
}

const MICROSECONDS = 1_000;

/**
 * Rows a second that pgbench (Debian's postgresql-contrib) inserts, one transaction each.
 *
 * @throws Error where pgbench is not installed
 */
export function pgbenchPerSecond(plan: PgbenchPlan): number {
  return inFolder((folder) => {
    const tps = /tps = ([\d.]+)/.exec(pgbench(plan, folder, []))?.[1];
    if (!tps) throw new Error('pgbench did not say how many rows it inserted');
    return Number(tps);
  });
}

/**
 * The same rows arriving at random, as many a second as wanted: a latency counts from the moment at
 * which its row was due.
 *
 * @throws Error where pgbench is not installed
 */
export function pgbenchAtRate(plan: PgbenchPlan, perSecond: number): PgbenchArrivals {
  return inFolder((folder) => {
    pgbench(plan, folder, ['-R', String(perSecond), '-l']);
    const latencies = readLatencies(folder);
    return { sent: latencies.length, ...waitsOf(latencies) };
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-pgbench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pgbench(plan: PgbenchPlan, folder: string, more: readonly string[]): string {
  const { databaseUrl, connections, seconds, statement } = plan;
  const script = join(folder, 'insert.sql');
  writeFileSync(script, statement);
  const args = `-n -M prepared -c ${connections} -j 2 -T ${seconds} -f`.split(' ');
  const run = spawnSync('pgbench', [...args, script, ...more, databaseUrl], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status === 0) return run.stdout;
  const reason = run.error?.message ?? run.stderr;
  throw new Error(`pgbench did not run (postgresql-contrib installed?): ${reason}`);
}

/** In milliseconds: pgbench's logs say microseconds, in the third column of a transaction's line. */
function readLatencies(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('pgbench_log'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => Number(line.split(' ')[2]) / MICROSECONDS);
}
