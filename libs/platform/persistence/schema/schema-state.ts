import type { DataSource, MigrationInterface } from 'typeorm';

/** The changes of the schema: what this version knows of them, and what the database has seen. */
export interface SchemaState {
  /** Known here and not applied, in order. */
  readonly pending: readonly MigrationInterface[];
  /** Applied by a newer version, and taking away what this one may still use. */
  readonly takenAway: readonly string[];
  /** Has the database seen none at all? */
  readonly untouched: boolean;
}

/** The database's schema is not one that this version can work on. */
export class SchemaMisfit extends Error {}

/**
 * Does a change of the schema take away what the version before may use? Such a one has its own
 * migration, and that its name tells so even to a version that does not know it.
 *
 * @example isContract('ContractPlainNames1796000000000') // → true
 */
export function isContract(name: string): boolean {
  return /^Contract[A-Z]/.test(name);
}

export async function schemaStateOf(dataSource: DataSource): Promise<SchemaState> {
  const applied = new Set(await appliedNames(dataSource));
  const known = dataSource.migrations.toSorted((a, b) => timestampOf(a) - timestampOf(b));
  const names = new Set(known.map(nameOf));
  return {
    pending: known.filter((migration) => !applied.has(nameOf(migration))),
    takenAway: [...applied].filter((name) => isContract(name) && !names.has(name)),
    untouched: applied.size === 0,
  };
}

/** Names of migrations that the database has not seen yet. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  return (await schemaStateOf(dataSource)).pending.map(nameOf);
}

/**
 * Why this version may not work on the schema; null where it may. A newer one may have added to it;
 * what it has taken away, or what this version needs and the database lacks, is a fault. What this
 * version would take away waits for `migrate` and is none.
 */
export async function schemaMisfit(dataSource: DataSource): Promise<string | null> {
  const { takenAway, pending } = await schemaStateOf(dataSource);
  if (takenAway.length > 0) return wordsOfTakenAway(takenAway);
  const names = pending.map(nameOf);
  if (names.every(isContract)) return null;
  const contracts = names.filter(isContract);
  const lacks = `The database lacks ${names.join(', ')}: run "qatysu migrate"`;
  if (contracts.length === 0) return lacks;
  return `${lacks} once no older portal runs, for ${contracts.join(', ')} takes something away`;
}

/** @throws SchemaMisfit naming what a newer version did */
export function assertNothingTakenAway({ takenAway }: SchemaState): void {
  if (takenAway.length > 0) throw new SchemaMisfit(wordsOfTakenAway(takenAway));
}

export function nameOf(migration: MigrationInterface): string {
  return migration.name ?? migration.constructor.name;
}

/** The last digits of its name, as TypeORM has it. */
export function timestampOf(migration: MigrationInterface): number {
  return Number(/\d+$/.exec(nameOf(migration))?.[0] ?? 0);
}

function wordsOfTakenAway(names: readonly string[]): string {
  return `A newer version has taken away what this one may use (${names.join(', ')}): start the newer one`;
}

async function appliedNames(dataSource: DataSource): Promise<string[]> {
  const known: { table: string | null }[] = await dataSource.query(
    `select to_regclass('migrations')::text as table`,
  );
  if (!known[0]?.table) return [];
  const applied: { name: string }[] = await dataSource.query(`select name from migrations`);
  return applied.map(({ name }) => name);
}
