import { Column } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RoundRecord } from '#features/participation/rounds/round.record.js';
import { MIGRATIONS } from '#platform/persistence/migrations.js';
import { indexOfParts } from '#platform/persistence/schema/index-of-parts.js';

/**
 * Loaded before the portal (`node --import`), this makes of it a release of the future: each one adds
 * a column that its code reads and takes away the one that its predecessor read.
 */
export const RELEASE_VARIABLE = 'ORDEAL_RELEASE';

const FIRST_TIMESTAMP = 1_900_000_000_000;

/** The column that the n-th release reads wherever it reads a round. */
export function columnOfRelease(release: number): string {
  return `motto_${release}`;
}

/** One migration a table: acts hold two of these at once, in a sequence of their own. */
const TABLES = ['rounds', 'ballots', 'signatures'];

type Release = new () => MigrationInterface & { name: string };

function adds(release: number): Release[] {
  return TABLES.map((table, place) =>
    change(`Motto${timestampOf(release, place)}`, [
      `alter table ${table} add column ${columnOfRelease(release)} text not null default ''`,
    ]),
  );
}

function indexes(release: number): Release {
  const on = `(${columnOfRelease(release)})`;
  const build = indexOfParts({ table: 'ballots', index: `ix_ballots_${release}`, on });
  return change(`Index${timestampOf(release, 5)}`, build, false);
}

/** Made by the release after it, which adds first. */
function takesAway(release: number): Release[] {
  return TABLES.map((table, place) =>
    change(`ContractMotto${timestampOf(release + 1, 6 + place)}`, [
      `alter table ${table} drop column ${columnOfRelease(release)}`,
    ]),
  );
}

function timestampOf(release: number, place: number): number {
  return FIRST_TIMESTAMP + release * 10 + place;
}

function change(name: string, statements: readonly string[], transaction = true): Release {
  return class implements MigrationInterface {
    name = name;
    readonly transaction = transaction;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements) await runner.query(statement);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('a release of the future does not go back'));
    }
  };
}

function become(release: number): void {
  for (let each = 1; each <= release; each += 1) {
    MIGRATIONS.push(...adds(each), indexes(each));
    if (each > 1) MIGRATIONS.push(...takesAway(each - 1));
  }
  Column('text', { default: '', name: columnOfRelease(release) })(RoundRecord.prototype, 'motto');
}

const release = Number(process.env[RELEASE_VARIABLE] ?? 0);
if (release > 0) become(release);
