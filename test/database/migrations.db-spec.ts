import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { dataSourceOptions } from '#platform/persistence/data-source-options.js';
import { migrate } from '#platform/persistence/migrate.js';
import { MIGRATIONS } from '#platform/persistence/migrations.js';
import { indexOfParts } from '#platform/persistence/schema/index-of-parts.js';
import {
  planOf,
  plannedMigrations,
  scriptOf,
} from '#platform/persistence/schema/migration-statements.js';
import {
  pendingMigrations,
  schemaMisfit,
  timestampOf,
} from '#platform/persistence/schema/schema-state.js';
import { faultsOfMigration } from '../support/migration-faults.js';
import { openBareDatabase, openTestDatabase, type TestDatabase } from '../support/test-database.js';

/** From here on versions before are in use, and run beside the next one for a while. */
const HELD_FROM = 1_795_800_000_000;

const ADD_PLACES = migration('Places1800000000000', [
  `create table places (id integer primary key, name text not null)`,
]);
const ADD_HEIGHT = migration('Heights1800000000001', [`alter table places add column height int`]);
const DROP_NAME = migration('ContractNames1800000000002', [`alter table places drop column name`]);
const ADD_DEPTH = migration('Depths1800000000003', [`alter table places add column depth int`]);

describe('migrations', () => {
  let database: TestDatabase;
  let open: DataSource[];
  let clients: Client[];

  beforeAll(async () => (database = await openBareDatabase()));
  beforeEach(async () => {
    [open, clients] = [[], []];
    await database.dataSource.query(`drop schema public cascade; create schema public`);
  });
  afterEach(async () => {
    for (const client of clients) await client.end();
    for (const dataSource of open) await dataSource.destroy();
  });
  afterAll(() => database.close());

  /** What a version knows that has these migrations. */
  function version(...migrations: MigrationClass[]): Promise<DataSource> {
    return opened(optionsOf(migrations));
  }

  function optionsOf(migrations: MigrationClass[]): PostgresDataSourceOptions {
    const settings = { url: database.url, poolSize: 3, onPoolError: () => undefined };
    return { ...dataSourceOptions(settings), migrations };
  }

  async function opened(options: PostgresDataSourceOptions): Promise<DataSource> {
    const dataSource = await new DataSource(options).initialize();
    open.push(dataSource);
    return dataSource;
  }

  async function connected(): Promise<Client> {
    const client = new Client({ connectionString: database.url });
    clients.push(client);
    await client.connect();
    return client;
  }

  describe('of two processes at once', () => {
    it('are applied by one, and the other says that it waits', async () => {
      const slow = migration('Slow1800000000000', [`create table slow (n int)`, SLEEP]);
      const [one, two] = [await version(slow), await version(slow)];
      const waiting: string[] = [];
      const both = await Promise.all([
        migrate(one, { onWaiting: () => void waiting.push('one') }),
        migrate(two, { onWaiting: () => void waiting.push('two') }),
      ]);
      expect(both.map(({ length }) => length).sort()).toEqual([0, 1]);
      expect(waiting).toHaveLength(1);
    });

    it('may build an index without a lock while the other waits', async () => {
      await migrate(await version(ADD_PLACES));
      const index = migration(
        'Index1800000000009',
        [SLEEP, `create index concurrently ix_places_name on places (name)`],
        false,
      );
      const [one, two] = [await version(ADD_PLACES, index), await version(ADD_PLACES, index)];
      const both = await Promise.all([migrate(one), migrate(two)]);
      expect(both.flat()).toEqual(['Index1800000000009']);
    });
  });

  describe('beside people who hold a table', () => {
    it('let everybody else go on, and come again', async () => {
      await migrate(await version(ADD_PLACES));
      const [reader, writer] = [await connected(), await connected()];
      await reader.query('begin; select from places');
      const migrating = migrate(await version(ADD_PLACES, ADD_HEIGHT));
      await writer.query(`set lock_timeout = '1500ms'`);
      for (let id = 0; id < 6; id += 1) {
        await writer.query(`insert into places values ($1, 'Qarasu')`, [id]);
        await writer.query('select pg_sleep(0.1)');
      }
      await reader.query('commit');
      expect(await migrating).toEqual(['Heights1800000000001']);
    });

    it('give up after a while, name who it was and leave nothing half made', async () => {
      await migrate(await version(ADD_PLACES));
      const reader = await connected();
      await reader.query(`set application_name = 'a long report'`);
      await reader.query('begin; select from places');
      const next = await version(ADD_PLACES, ADD_HEIGHT);
      await expect(migrate(next, { patienceMs: 600 })).rejects.toThrow(
        /Heights1800000000001 did not get its locks.*\(a long report\) for \d+ s/,
      );
      expect(await pendingMigrations(next)).toEqual(['Heights1800000000001']);
      await reader.query('rollback');
      expect(await migrate(next)).toEqual(['Heights1800000000001']);
    });
  });

  it('are not cut by the bound of a statement that pages have', async () => {
    const options = optionsOf([migration('Slow1800000000000', [SLEEP])]);
    const extra = { ...options.extra, statement_timeout: SLEEP_MS / 2 };
    expect(await migrate(await opened({ ...options, extra }))).toHaveLength(1);
  });

  describe('of versions side by side', () => {
    it('do not keep an older one from working when the newer one only added', async () => {
      const older = await version(ADD_PLACES);
      await migrate(await version(ADD_PLACES, ADD_HEIGHT));
      expect(await schemaMisfit(older)).toBeNull();
      expect(await migrate(older)).toEqual([]);
    });

    it('keep an older one out when the newer one took something away', async () => {
      const older = await version(ADD_PLACES);
      await migrate(await version(ADD_PLACES, DROP_NAME));
      expect(await schemaMisfit(older)).toMatch(/newer version.*ContractNames1800000000002/);
      await expect(migrate(older)).rejects.toThrow(/start the newer one/);
    });

    it('keep a newer one out of an older schema, and say what to run', async () => {
      await migrate(await version(ADD_PLACES));
      const newer = await version(ADD_PLACES, ADD_HEIGHT);
      expect(await schemaMisfit(newer)).toBe(
        'The database lacks Heights1800000000001: run "qatysu migrate"',
      );
    });

    it('are not taken away by a portal that starts', async () => {
      await migrate(await version(ADD_PLACES));
      const newer = await version(ADD_PLACES, ADD_HEIGHT, DROP_NAME);
      expect(await migrate(newer, { contract: false })).toEqual(['Heights1800000000001']);
      expect(await schemaMisfit(newer)).toBeNull();
      expect(await migrate(newer)).toEqual(['ContractNames1800000000002']);
    });

    it('stop a portal that needs what comes after something taken away', async () => {
      await migrate(await version(ADD_PLACES));
      const newest = await version(ADD_PLACES, DROP_NAME, ADD_DEPTH);
      expect(await migrate(newest, { contract: false })).toEqual([]);
      expect(await schemaMisfit(newest)).toMatch(
        /lacks ContractNames\d+, Depths\d+: .* once no older portal runs/,
      );
    });

    it('are all applied to a database that nobody has used', async () => {
      const newest = await version(ADD_PLACES, DROP_NAME, ADD_DEPTH);
      expect(await migrate(newest, { contract: false })).toHaveLength(3);
    });
  });

  describe('as a dry run', () => {
    it('change nothing', async () => {
      const dataSource = await version(...MIGRATIONS);
      expect(await plannedMigrations(dataSource)).toHaveLength(MIGRATIONS.length);
      const { count } = await oneRow(
        dataSource,
        `select count(*)::int from pg_tables
        where schemaname = 'public'`,
      );
      expect(count).toBe(0);
    });

    it('print a script that leaves what they themselves leave', async () => {
      const dataSource = await version(...MIGRATIONS);
      const psql = await connected();
      await psql.query(scriptOf(await plannedMigrations(dataSource)));
      expect(await pendingMigrations(dataSource)).toEqual([]);
      const migrated = await openTestDatabase();
      const wanted = await oneRow(migrated.dataSource, SHAPE);
      await migrated.close();
      expect(await oneRow(dataSource, SHAPE)).toEqual(wanted);
    });

    it('have nothing to say where nothing is pending', async () => {
      const dataSource = await version(ADD_PLACES);
      await migrate(dataSource);
      expect(scriptOf(await plannedMigrations(dataSource))).toBe('-- nothing to do');
    });
  });
});

describe('a migration that runs beside a portal of the version before', () => {
  it.each([
    ['drops a column', 'alter table t drop column a', 'takes something away'],
    ['drops one of several', 'alter table t add column b int,\n drop column a', 'takes something'],
    ['drops a table', 'drop table t', 'takes something away'],
    ['renames a column', 'alter table t rename column a to b', 'takes something away'],
    ['renames a table', 'alter table t rename to u', 'takes something away'],
    ['changes a type', 'alter table t alter column a type bigint', 'takes something away'],
    ['refuses nulls', 'alter table t alter column a set not null', 'takes something away'],
    ['demands a column', 'alter table t add column a int not null', 'a column must be given'],
    ['builds an index', 'create unique index i on t (a)', 'holds everybody up'],
    ['checks all rows', 'alter table t add constraint c check (a > 0)', 'holds everybody up'],
  ])('may not do it when it %s', async (_what, statement, fault) => {
    expect(await faultsOf('Change1900000000000', [statement])).toEqual([
      expect.stringContaining(fault),
    ]);
  });

  it.each([
    ['adds a column', ['alter table t add column a int']],
    ['adds one with a default', [`alter table t add column a text not null default ''`]],
    ['makes a table with all its own', ['create table t (a int)', 'create index i on t (a)']],
    ['asks of new rows only', ['alter table t add constraint c check (a > 0) not valid']],
    ['loosens a rule', ['alter table t drop constraint c, alter column a drop not null']],
  ])('may do it when it %s', async (_what, statements) =>
    expect(await faultsOf('Change1900000000000', statements)).toEqual([]),
  );

  it('may take away in a migration that is named so', async () => {
    const statements = ['alter table t drop column a'];
    expect(await faultsOf('ContractA1900000000000', statements)).toEqual([]);
  });

  it('locks one table that others know, not two', async () => {
    const both = ['alter table t add column a int', 'alter table u add column a int'];
    expect(await faultsOf('Both1900000000000', both)).toEqual(['locks two tables at once: t, u']);
    const own = ['create table u (b int)', ...both];
    expect(await faultsOf('Own1900000000000', own)).toEqual([]);
  });

  it('waits for locks in a transaction only', async () => {
    const build = ['create index concurrently i on t (a)'];
    expect(await faultsOf('Index1900000000000', build, false)).toEqual([]);
    const change = ['alter table t add column a int'];
    expect(await faultsOf('Column1900000000000', change, false)).toHaveLength(1);
  });

  describe('of tables in parts', () => {
    const wanted = { table: 'signatures', index: 'ix_signatures_signed_at', on: '(signed_at)' };
    const whole = 'create index if not exists i on only signatures (signed_at)';

    it('builds an index part by part', async () => {
      expect(await faultsOf('Index1900000000000', indexOfParts(wanted), false)).toEqual([]);
    });

    it.each([
      ['at once', ['create index i on signatures (signed_at)'], 'holds everybody up'],
      ['concurrently', ['create index concurrently i on signatures (a)'], 'refuses it'],
      ['of the whole and no part', [whole], 'holds everybody up'],
      ['of a table without parts', indexOfParts({ ...wanted, table: 't' }), 'holds everybody up'],
    ])('builds none %s', async (_how, statements, fault) => {
      const faults = await faultsOf('Index1900000000000', statements, false);
      expect(faults).toContainEqual(expect.stringContaining(fault));
    });

    it('builds none in one transaction', async () => {
      expect(await faultsOf('Index1900000000000', indexOfParts(wanted))).toHaveLength(1);
    });

    it.each([
      [55, 0],
      [56, 1],
    ])('gives a name of %i letters that each part can add to: %i fault(s)', async (long, count) => {
      const named = indexOfParts({ ...wanted, index: 'i'.repeat(long) });
      expect(await faultsOf('Index1900000000000', named, false)).toHaveLength(count);
    });
  });

  it('is every one of ours since versions are in use', async () => {
    const held = MIGRATIONS.map((each) => new each()).filter(
      (each) => timestampOf(each) > HELD_FROM,
    );
    const faults = await Promise.all(
      held.map(async (each) => faultsOfMigration(await planOf(each))),
    );
    expect(faults.flat()).toEqual([]);
  });

  async function faultsOf(
    name: string,
    statements: readonly string[],
    transaction = true,
  ): Promise<string[]> {
    const made = migration(name, statements, transaction);
    return faultsOfMigration(await planOf(new made()));
  }
});

type MigrationClass = new () => MigrationInterface;

const SLEEP_MS = 400;
const SLEEP = `select pg_sleep(${SLEEP_MS / 1_000})`;

function migration(
  name: string,
  statements: readonly string[],
  transaction = true,
): MigrationClass {
  return class implements MigrationInterface {
    readonly name = name;
    readonly transaction = transaction;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements) await runner.query(statement);
    }

    async down(): Promise<void> {}
  };
}

async function oneRow(dataSource: DataSource, text: string): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown>[] = await dataSource.query(text);
  return rows[0]!;
}

/** Columns, constraints, indexes, triggers, views and functions, in words of the catalogue. */
const SHAPE = `
  select
    (select json_agg(format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable,
        column_default) order by table_name, column_name)
     from information_schema.columns where table_schema = 'public') as columns,
    (select json_agg(format('%s %s', conrelid::regclass, pg_get_constraintdef(oid))
        order by conrelid::regclass::text, pg_get_constraintdef(oid))
     from pg_constraint where connamespace = 'public'::regnamespace) as constraints,
    (select json_agg(indexdef order by indexdef) from pg_indexes
     where schemaname = 'public' and tablename <> 'migrations') as indexes,
    (select json_agg(pg_get_triggerdef(oid) order by pg_get_triggerdef(oid)) from pg_trigger
     where not tgisinternal) as triggers,
    (select json_agg(definition order by viewname) from pg_views
     where schemaname = 'public') as views,
    (select json_agg(prosrc order by prosrc) from pg_proc
     where pronamespace = 'public'::regnamespace) as functions`;
