import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { v7 } from 'uuid';
import { dataSourceOptions } from '#platform/persistence/data-source-options.js';
import { migrate } from '#platform/persistence/migrate.js';
import { MIGRATIONS } from '#platform/persistence/migrations.js';
import { makePartsAhead } from '#platform/persistence/parts.js';
import { indexOfParts } from '#platform/persistence/schema/index-of-parts.js';
import { plannedMigrations, scriptOf } from '#platform/persistence/schema/migration-statements.js';
import { pendingMigrations } from '#platform/persistence/schema/schema-state.js';
import { runAsPsql } from '../support/run-as-psql.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const INDEX = 'ix_ballots_cast_at';
const WANTED = { table: 'ballots', index: INDEX, on: `(cast_at) where receipt <> '%s'` };
const OF_WHOLE = `create index ${INDEX} on only ballots (cast_at) where receipt <> '%s'`;
const OF_BEFORE = `create index ${INDEX}_before on parts.ballots_before (cast_at) where receipt <> '%s'`;
const BROKEN = `create unique index concurrently ${INDEX}_before on parts.ballots_before (projects)`;
const ATTACH_BEFORE = `alter index ${INDEX} attach partition parts.${INDEX}_before`;
const NAME = 'Index1900000000000';
const BALLOT = `insert into ballots (round_id, resident_id, projects, receipt, body_digest, commitment, nonce,
    cast_at, territory_kato)
  values ('${v7()}', gen_random_uuid(), '{1}', gen_random_uuid()::text, '', '', '', clock_timestamp(), '990000000')`;

const BALLOT_OF_BEFORE = BALLOT.replace('ballots', 'parts.ballots_before');
const READ_BEFORE = 'select from parts.ballots_before';

class Index1900000000000 implements MigrationInterface {
  readonly name = NAME;
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of indexOfParts(WANTED)) await runner.query(statement);
  }

  async down(): Promise<void> {}
}

describe('an index of a table in parts', () => {
  let database: TestDatabase;
  let source: DataSource;
  let next: DataSource;
  let clients: Client[];

  beforeEach(async () => {
    clients = [];
    database = await openTestDatabase();
    source = database.dataSource;
    next = await nextVersion();
  });
  afterEach(async () => {
    for (const client of clients) await client.end();
    await next.destroy();
    await database.close();
  });

  function nextVersion(): Promise<DataSource> {
    const settings = { url: database.url, poolSize: 2, onPoolError: () => undefined };
    const migrations = [...MIGRATIONS, Index1900000000000];
    return new DataSource({ ...dataSourceOptions(settings), migrations }).initialize();
  }

  async function connected(): Promise<Client> {
    const client = new Client({ connectionString: database.url });
    clients.push(client);
    await client.connect();
    return client;
  }

  /** Every table of ballots, and whether its index is there, valid and one with the whole. */
  async function found(): Promise<string[]> {
    const rows: { found: string }[] = await source.query(
      `select format('%s %s', t.relid::regclass, coalesce((
         select case when not x.indisvalid then 'invalid'
                     when x.indexrelid = to_regclass('${INDEX}') then 'whole'
                     when h.inhparent = to_regclass('${INDEX}') then 'part' else 'apart' end
         from pg_index x left join pg_inherits h on h.inhrelid = x.indexrelid
         where x.indrelid = t.relid and pg_get_indexdef(x.indexrelid) like '%(cast_at) WHERE (receipt <> ''\\%s''::text)'
       ), 'none')) as found from pg_partition_tree('ballots') t order by t.relid::regclass::text`,
    );
    return rows.map((row) => row.found.replace(/20\d\dq\d/, '20#q#'));
  }

  const complete = states('whole', 'part', 'part', 'part');

  const nothing = async () => undefined;
  const frame = () => source.query(OF_WHOLE);

  /** All but the last step. */
  async function buildEach(): Promise<void> {
    const [whole, build] = indexOfParts(WANTED);
    await runAsPsql(await connected(), `${whole};\n${build}`);
  }

  /** The next quarter's part is made anew, as for a quarter that has begun. */
  async function makeAnew(): Promise<void> {
    await source.query(`do $$ begin execute (
      select format('drop table %s', relid::regclass) from pg_partition_tree('ballots')
      where relid::regclass::text ~ 'q\\d$'); end $$`);
    expect(await makePartsAhead(source)).toBe(1);
  }

  it('is valid on the whole and on every part', async () => {
    await source.query(BALLOT);
    expect(await migrate(next)).toEqual([NAME]);
    expect(await found()).toEqual(complete);
    expect(await pendingMigrations(next)).toEqual([]);
    expect(await migrate(next)).toEqual([]);
  });

  it('is left the same by the script that is printed', async () => {
    await runAsPsql(await connected(), scriptOf(await plannedMigrations(next)));
    expect(await found()).toEqual(complete);
    expect(await pendingMigrations(next)).toEqual([]);
  });

  it('is of the parts that are made later', async () => {
    await migrate(next);
    await makeAnew();
    expect(await found()).toEqual(complete);
  });

  describe('broken off', () => {
    it.each([
      ['before the first part', []],
      ['when a part has it by itself', [OF_BEFORE]],
      ['when a part has it', [OF_BEFORE, ATTACH_BEFORE]],
    ])('%s, is completed by the next try', async (_when, statements) => {
      for (const statement of [OF_WHOLE, ...statements]) await source.query(statement);
      expect(await migrate(next)).toEqual([NAME]);
      expect(await found()).toEqual(complete);
    });

    it('in a part, is not attached but built anew by the next try', async () => {
      await source.query(OF_WHOLE);
      await source.query(BALLOT);
      await source.query(BALLOT);
      await expect(source.query(BROKEN)).rejects.toThrow('could not create unique index');
      // psql goes on behind a fault, unless it is told to stop.
      await runAsPsql(await connected(), indexOfParts(WANTED)[2]!);
      expect(await migrate(next)).toEqual([NAME]);
      expect(await found()).toEqual(complete);
    });

    it.each([
      ['the whole', frame, states('invalid', 'part', 'none', 'none')],
      ['each part', buildEach, states('invalid', 'part', 'apart', 'apart')],
    ])('behind %s, is of parts made before the next try', async (_where, prepare, left) => {
      await prepare();
      await makeAnew();
      expect(await found()).toEqual(left);
      expect(await migrate(next)).toEqual([NAME]);
      expect(await found()).toEqual(complete);
    });
  });

  describe('beside acts', () => {
    it.each([
      ['the table', nothing, BALLOT, states('none', 'none', 'none', 'none')],
      ['a part', frame, BALLOT_OF_BEFORE, states('invalid', 'apart', 'invalid', 'none')],
      ['its index', buildEach, READ_BEFORE, states('invalid', 'part', 'apart', 'apart')],
    ])('that hold %s, refuses none and comes again', async (_what, prepare, act, meanwhile) => {
      await prepare();
      const [holder, writer] = [await connected(), await connected()];
      await holder.query('begin');
      await holder.query(act);
      const migrating = migrate(next);
      await writer.query(`set lock_timeout = '1500ms'`);
      for (let acts = 0; acts < 12 || String(await found()) !== String(meanwhile); acts += 1) {
        await writer.query(BALLOT);
        await writer.query('select pg_sleep(0.1)');
      }
      expect(await pendingMigrations(next)).toEqual([NAME]);
      await holder.query('commit');
      expect(await migrating).toEqual([NAME]);
      expect(await found()).toEqual(complete);
    });

    it('that hold it too long, gives up and is completed later', async () => {
      await buildEach();
      const holder = await connected();
      await holder.query('begin; select from ballots');
      await expect(migrate(next, { patienceMs: 300 })).rejects.toThrow('did not get its locks');
      await holder.query('commit');
      expect(await migrate(next)).toEqual([NAME]);
      expect(await found()).toEqual(complete);
    });
  });
});

/** What is of the index at the whole table, the next quarter, all before and the rest. */
function states(whole: string, next: string, before: string, rest: string): string[] {
  return [
    `ballots ${whole}`,
    `parts.ballots_20#q# ${next}`,
    `parts.ballots_before ${before}`,
    `parts.ballots_default ${rest}`,
  ];
}
