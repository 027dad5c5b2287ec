import { setTimeout as wait } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlStateOf } from '../database-away.js';
import { EACH_CELL, planOf } from './migration-statements.js';

/**
 * Everybody who comes after a waiting change of a table waits behind it: shorter than acts wait for a
 * lock, so that nobody is refused for a migration that stands in a queue. Longer at each try, for a
 * machine where acts themselves are slow.
 */
const FIRST_LOCK_TIMEOUT_MS = 500;
const LONGEST_LOCK_TIMEOUT_MS = 1_200;

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** A lock was not had in time, or an act in progress and the migration waited for each other. */
const WORTH_ANOTHER_TRY = ['55P03', '40P01'];

/** Others kept a table too long for its change. */
export class SchemaBusy extends Error {}

/** Lets acts go on, however long it takes. */
const HOLDS_NOBODY_UP = /^\s*(create|drop) (unique )?index concurrently /i;

/**
 * Applies one change in a transaction, all of it or nothing; where others hold its tables it lets them
 * go on and comes again. What is built without a lock (`transaction = false`) is told statement by
 * statement: such a one may wait, any other comes again in the same way.
 *
 * @throws SchemaBusy naming who was in the way all the time
 */
export async function applyMigration(
  runner: QueryRunner,
  migration: MigrationInterface,
  patienceMs: number,
): Promise<void> {
  const { name, inTransaction, statements } = await planOf(migration);
  if (inTransaction) return applyInTurn(runner, statements, patienceMs, name);
  for (const told of statements)
    for (const statement of await spelledOut(runner, told)) {
      if (HOLDS_NOBODY_UP.test(statement)) await runner.query(statement);
      else await applyInTurn(runner, [statement], patienceMs, name);
    }
}

/** A statement, or those that the database answers to it. */
async function spelledOut(runner: QueryRunner, told: string): Promise<string[]> {
  if (!told.endsWith(EACH_CELL)) return [told];
  const question = told.slice(0, -EACH_CELL.length);
  const rows = (await runner.query(question)) as Record<string, string | null>[];
  return rows.flatMap((row) => Object.values(row)).filter((cell) => cell !== null);
}

async function applyInTurn(
  runner: QueryRunner,
  statements: readonly string[],
  patienceMs: number,
  name: string,
): Promise<void> {
  const until = Date.now() + patienceMs;
  let [lockMs, pause] = [FIRST_LOCK_TIMEOUT_MS, FIRST_PAUSE_MS];
  while (!(await applyAtOnce(runner, statements, lockMs))) {
    if (Date.now() + pause > until) throw await busy(runner, name);
    await wait(pause);
    lockMs = Math.min(lockMs * 1.25, LONGEST_LOCK_TIMEOUT_MS);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** False where somebody was in the way. */
async function applyAtOnce(
  runner: QueryRunner,
  statements: readonly string[],
  lockMs: number,
): Promise<boolean> {
  await runner.startTransaction();
  try {
    await runner.query(`set local lock_timeout = ${Math.round(lockMs)}`);
    for (const statement of statements) await runner.query(statement);
    await runner.commitTransaction();
    return true;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    if (WORTH_ANOTHER_TRY.includes(String(sqlStateOf(error)))) return false;
    throw error;
  }
}

async function busy(runner: QueryRunner, name: string): Promise<SchemaBusy> {
  const rows = (await runner.query(LONGEST_TRANSACTIONS)) as { found: string }[];
  const oldest = rows.map(({ found }) => found).join(', ') || 'none now';
  return new SchemaBusy(
    `${name} did not get its locks: others hold the tables. ` +
      `Oldest transactions: ${oldest}. It is not applied; try again.`,
  );
}

const LONGEST_TRANSACTIONS = `
  select format('process %s (%s) for %s s', pid, application_name,
           extract(epoch from clock_timestamp() - xact_start)::int) as found
  from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
  order by xact_start limit 3`;
