import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { isContract, nameOf, schemaStateOf, timestampOf } from './schema-state.js';

/** Where TypeORM looks for what was applied. */
export const MIGRATIONS_TABLE = `create table if not exists migrations (
  id serial not null primary key,
  "timestamp" bigint not null,
  name varchar not null
)`;

/** Behind a question: each cell of the answer is a statement, to psql and to `migrate`. */
export const EACH_CELL = '\\gexec';

/** One change of the schema in SQL. */
export interface PlannedMigration {
  readonly name: string;
  readonly contract: boolean;
  readonly inTransaction: boolean;
  readonly statements: readonly string[];
}

/** What `migrate` would say to the database, which is only asked for what it has seen. */
export async function plannedMigrations(dataSource: DataSource): Promise<PlannedMigration[]> {
  const { pending } = await schemaStateOf(dataSource);
  return Promise.all(pending.map(planOf));
}

/** The same as a script for psql that leaves the database as `migrate` would. */
export function scriptOf(planned: readonly PlannedMigration[]): string {
  if (planned.length === 0) return '-- nothing to do';
  return [`${MIGRATIONS_TABLE};`, ...planned.map(sectionOf)].join('\n\n');
}

export async function planOf(migration: MigrationInterface): Promise<PlannedMigration> {
  const name = nameOf(migration);
  return {
    name,
    contract: isContract(name),
    inTransaction: migration.transaction ?? true,
    statements: [...(await statementsOf(migration)), noteOf(migration)],
  };
}

/** Notes in the database that a migration was applied. */
export function noteOf(migration: MigrationInterface): string {
  const values = `${timestampOf(migration)}, '${nameOf(migration)}'`;
  return `insert into migrations ("timestamp", name) values (${values})`;
}

function sectionOf({ name, contract, inTransaction, statements }: PlannedMigration): string {
  const warning = contract ? ' takes something away: only when no older portal runs' : '';
  const lines = statements.map(lineOf);
  const whole = inTransaction ? ['begin;', ...lines, 'commit;'] : lines;
  return [`-- ${name}${warning}`, ...whole].join('\n');
}

function lineOf(statement: string): string {
  const line = statement.trim();
  return line.endsWith(EACH_CELL) ? line : `${line};`;
}

/** A migration tells and never asks: whoever listens may be a list. */
async function statementsOf(migration: MigrationInterface): Promise<string[]> {
  const statements: string[] = [];
  const listener = { query: (statement: string) => Promise.resolve(statements.push(statement)) };
  await migration.up(listener as unknown as QueryRunner);
  return statements;
}
