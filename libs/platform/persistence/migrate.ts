import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { applyMigration, SchemaBusy } from './schema/apply-migration.js';
import { MIGRATIONS_TABLE } from './schema/migration-statements.js';
import {
  assertNothingTakenAway,
  isContract,
  nameOf,
  schemaStateOf,
} from './schema/schema-state.js';

export interface MigrationWish {
  /** Also what takes something away, because no older portal runs; yes, unless told otherwise. */
  readonly contract?: boolean;
  /** How long to wait for others who hold a table; a minute, unless told otherwise. */
  readonly patienceMs?: number;
  /** Hears that another process is migrating. */
  readonly onWaiting?: () => void;
}

/** Any number: every process of Qatysu asks for the same lock before it changes the schema. */
const LOCK = 7_134_001;

const ASK_EACH_MS = 250;
/** Another process may be building an index over millions of rows. */
const LONGEST_WAIT_MS = 15 * 60_000;
const PATIENCE_MS = 60_000;

/**
 * Applies pending migrations, one process at a time; returns their names.
 *
 * Without `contract` it stops before the first change that takes something away, unless the database
 * is new.
 *
 * @throws SchemaMisfit where a newer version has taken something away
 * @throws SchemaBusy where others would not let go of a table
 */
export async function migrate(dataSource: DataSource, wish: MigrationWish = {}): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    // Building an index may take its time; locks have their own bound.
    await runner.query(`set statement_timeout = 0`);
    await runner.query(`set lock_timeout = 0`);
    await waitForTurn(runner, wish.onWaiting);
    return await applyPending(dataSource, runner, wish);
  } finally {
    // Neither may hide why it went wrong, where the connection is gone.
    await runner.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined);
    await runner.query(`reset all`).catch(() => undefined);
    await runner.release();
  }
}

/** Asks again and again: whoever waits inside the database keeps `create index concurrently` waiting. */
async function waitForTurn(runner: QueryRunner, onWaiting?: () => void): Promise<void> {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (let told = false; !(await takeTurn(runner)); told = true) {
    if (!told) onWaiting?.();
    if (Date.now() > until) throw new SchemaBusy('Another process has been migrating for too long');
    await wait(ASK_EACH_MS);
  }
}

async function takeTurn(runner: QueryRunner): Promise<boolean> {
  const rows = (await runner.query(`select pg_try_advisory_lock(${LOCK}) as mine`)) as {
    mine: boolean;
  }[];
  return rows[0]!.mine;
}

async function applyPending(
  dataSource: DataSource,
  runner: QueryRunner,
  { contract = true, patienceMs = PATIENCE_MS }: MigrationWish,
): Promise<string[]> {
  const state = await schemaStateOf(dataSource);
  assertNothingTakenAway(state);
  if (state.untouched) await runner.query(MIGRATIONS_TABLE);
  const due = contract || state.untouched ? state.pending : upToContract(state.pending);
  for (const migration of due) await applyMigration(runner, migration, patienceMs);
  return due.map(nameOf);
}

function upToContract(pending: readonly MigrationInterface[]): readonly MigrationInterface[] {
  const place = pending.findIndex((migration) => isContract(nameOf(migration)));
  return place === -1 ? pending : pending.slice(0, place);
}
