import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { DataSource } from 'typeorm';
import { v4, v7 } from 'uuid';
import { checkParts } from '#apps/cli/doctor/check-parts.js';
import { ANSWER_REPEATED_BALLOTS } from '#features/participation/ballots/cast-first-ballots.sql.js';
import { ADD_SIGNATURES } from '#features/petitions/signatures/add-signatures.sql.js';
import { TOWN } from '#features/proof/ledger/leaf-subject.js';
import { readConfig } from '#platform/config/config.js';
import { digestOfToken } from '#platform/identity/session-token.js';
import { dataSourceOptions } from '#platform/persistence/data-source-options.js';
import { openHotPool } from '#platform/persistence/hot-pool.js';
import { migrate } from '#platform/persistence/migrate.js';
import { MIGRATIONS } from '#platform/persistence/migrations.js';
import { listCutTables, makePartsAhead } from '#platform/persistence/parts.js';
import { anOpenPetition } from '../support/builders/open-petition.js';
import { aPerson, aPetitionTown } from '../support/builders/petition-town.js';
import { aResident, aVotingRound, aVotingTown } from '../support/builders/voting-town.js';
import { openBareDatabase, openTestDatabase, type TestDatabase } from '../support/test-database.js';

jest.setTimeout(120_000);

const CUT = ['ballots', 'ledger_leaves', 'signatures'];

/** Two years from now: a period that has no part yet. */
const LATER = v7({ msecs: Date.now() + 730 * 86_400_000 });

const BALLOT = `insert into ballots (round_id, resident_id, projects, receipt, body_digest, commitment, nonce,
    cast_at, territory_kato)
  values ($1, $2, '{1}', $3, '', '', '', clock_timestamp(), '990000000')`;
const SIGNATURE = `insert into signatures (petition_id, resident_id, number, name_hidden, receipt, signed_at)
  values ($1, $2, 1, false, $3, clock_timestamp())`;
const LEAF = `insert into ledger_leaves (index, kind, subject, key, content, hash)
  values ($1, 'x', $2, sha256(convert_to($3, 'UTF8')), '{}', sha256('x'))`;

describe('tables cut by period', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeEach(async () => {
    database = await openTestDatabase();
    source = database.dataSource;
  });
  afterEach(() => database.close());

  async function partsOf(table: string): Promise<string[]> {
    const parts: { name: string }[] = await source.query(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = $1::regclass order by 1`,
      [table],
    );
    return parts.map(({ name }) => name);
  }

  async function lieIn(table: string, by: string, id: string): Promise<string[]> {
    const rows: { part: string }[] = await source.query(
      `select distinct tableoid::regclass::text as part from ${table} where ${by} = $1`,
      [id],
    );
    return rows.map(({ part }) => part);
  }

  const examined = () => checkParts({ config: readConfig({}), dataSource: source });

  /** The last quarter's part is taken away, as if no worker had been there to make it. */
  async function loseLastParts(): Promise<Date> {
    const [{ end }] = (await source.query(
      `select parts.next_quarter(clock_timestamp()) as end`,
    )) as [{ end: Date }];
    for (const table of CUT) {
      const part = (await partsOf(table)).find((name) => /q\d$/.test(name))!;
      await source.query(`drop table ${part}`);
    }
    return end;
  }

  it('have parts of this quarter and of the next one', async () => {
    for (const table of CUT) {
      const parts = await partsOf(table);
      expect(parts).toEqual(
        expect.arrayContaining([`parts.${table}_before`, `parts.${table}_default`]),
      );
      expect(parts.filter((name) => /_20\d\dq[1-4]$/.test(name))).toHaveLength(1);
    }
    expect(await makePartsAhead(source)).toBe(0);
    expect((await examined()).state).toBe('ok');
  });

  it('take acts whose period has no part, and the doctor tells', async () => {
    await source.query(BALLOT, [LATER, v7(), 'A']);
    await source.query(SIGNATURE, [LATER, v7(), 'A']);
    await source.query(LEAF, [0, LATER, 'A']);
    expect(await examined()).toMatchObject({
      state: 'warning',
      found: CUT.map((table) => `1 row(s) of ${table} lie in no period`).join('; '),
    });
  });

  it('get the missing part made, with the rows that waited for it', async () => {
    const end = await loseLastParts();
    expect((await examined()).found).toMatch(/the parts of ballots end on 20/);
    const round = v7({ msecs: end.getTime() + 1 });
    await source.query(BALLOT, [round, v7(), 'A']);
    await source.query(SIGNATURE, [round, v7(), 'A']);
    await source.query(LEAF, [0, round, 'A']);
    expect(await lieIn('ballots', 'round_id', round)).toEqual(['parts.ballots_default']);
    expect(await makePartsAhead(source)).toBe(CUT.length);
    expect((await examined()).state).toBe('ok');
    for (const [table, by] of [
      ['ballots', 'round_id'],
      ['signatures', 'petition_id'],
      ['ledger_leaves', 'subject'],
    ] as const)
      expect((await lieIn(table, by, round))[0]).toMatch(/_20\d\dq\d$/);
  });

  it('begin the next part where the last one ends, to the millisecond', async () => {
    const [{ end }] = (await source.query(
      `select parts.next_quarter(clock_timestamp()) as end`,
    )) as [{ end: Date }];
    for (const [msecs, part] of [
      [end.getTime() - 1, /_before$/],
      [end.getTime(), /_20\d\dq[1-4]$/],
    ] as const) {
      const round = v7({ msecs });
      await source.query(BALLOT, [round, v7(), String(msecs)]);
      expect((await lieIn('ballots', 'round_id', round))[0]).toMatch(part);
    }
  });

  it('keep the log’s guard on every part, made early or late', async () => {
    await loseLastParts();
    await makePartsAhead(source);
    for (const part of ['ledger_leaves', ...(await partsOf('ledger_leaves'))])
      await expect(source.query(`truncate ${part}`)).rejects.toThrow('never changed or deleted');
  });

  it('make one part where several processes ask at once', async () => {
    await loseLastParts();
    const made = await Promise.all(Array.from({ length: 4 }, () => makePartsAhead(source)));
    expect(made.toSorted()).toEqual([0, 0, 0, CUT.length]);
  });

  it('let a role that owns nothing make parts, and nothing else', async () => {
    await loseLastParts();
    const role = `qatysu_parts_${process.pid}`;
    const runner = source.createQueryRunner();
    await runner.query(`create role ${role}`);
    await runner.query(`grant select, insert on all tables in schema public to ${role}`);
    await runner.query(`set role ${role}`);
    try {
      await runner.query(`select make_parts_ahead()`);
      await runner.query(BALLOT, [v7(), v7(), 'A']);
      await expect(runner.query(`select * from parts.ballots_before`)).rejects.toThrow('denied');
    } finally {
      await runner.query(`reset role`);
      await runner.query(`drop owned by ${role}`);
      await runner.query(`drop role ${role}`);
      await runner.release();
    }
  });

  describe('hold by themselves', () => {
    const [round, other, person] = [v7(), v7(), v7()];

    it('one ballot and one signature a person', async () => {
      await source.query(BALLOT, [round, person, 'A']);
      await expect(source.query(BALLOT, [round, person, 'B'])).rejects.toThrow('duplicate key');
      await source.query(SIGNATURE, [round, person, 'A']);
      await expect(source.query(SIGNATURE, [round, person, 'B'])).rejects.toThrow('duplicate key');
    });

    it('a receipt once a round, while two rounds may give out the same', async () => {
      await source.query(BALLOT, [round, v7(), 'A']);
      await expect(source.query(BALLOT, [round, v7(), 'A'])).rejects.toThrow('duplicate key');
      await source.query(BALLOT, [other, v7(), 'A']);
    });

    it('one entry an act, of a round and of the town', async () => {
      for (const [index, subject] of [round, TOWN].entries()) {
        await source.query(LEAF, [index, subject, 'A']);
        await expect(source.query(LEAF, [9, subject, 'A'])).rejects.toThrow('duplicate key');
      }
      expect(await lieIn('ledger_leaves', 'subject', TOWN)).toEqual(['parts.ledger_leaves_town']);
    });
  });

  it.each([
    ['ballots', `select from ballots where round_id = $1 and resident_id = $2`],
    ['ballots', `update ballots set replaces = 1 where round_id = $1 and resident_id = $2`],
    [
      'ballots',
      `select from rounds r where r.id <> $1 and not exists (
         select from ballots b where b.round_id = $2 and b.recorded_in > '7')`,
    ],
    ['signatures', `select from signatures where petition_id = $1 and resident_id = $2`],
    [
      'ledger_leaves',
      `select from ledger_leaves where subject = $1 and key = sha256($2::text::bytea)`,
    ],
    [
      'ledger_leaves',
      `select from (select $1::uuid as round, sha256($2::text::bytea) as key offset 0) s
       where not exists (select from ledger_leaves l where l.key = s.key and l.subject = s.round)`,
    ],
  ])('look into one part of %s, by a plan made for any round: %s', async (table, statement) => {
    const [id, person] = [v7(), v7()];
    expect(await touched(table, statement, `'${id}', '${person}'`, 'uuid, uuid')).toHaveLength(1);
  });

  it('look into one part for a ballot that is sent again', async () => {
    await aVotingTown(source);
    const { roundId } = await aVotingRound(source);
    const { id, token } = await aResident(source, {});
    await source.query(BALLOT, [roundId, id, 'A']);
    const digest = digestOfToken(token).toString('hex');
    const lists = ['{}', '{1}', '{}', 'A', 'k', '', '', ''];
    const values = [
      `'{${digest}}'`,
      `'{${roundId}}'`,
      `'{1}'`,
      ...lists.map((list) => `array['${list}']`),
    ];
    const types = ['text[]', 'uuid[]', 'integer[]', ...Array(8).fill('text[]')];
    const read = await touched('ballots', ANSWER_REPEATED_BALLOTS, values.join(), types.join());
    expect(read).toEqual(['ballots_before']);
  });

  it('look into one part for a signature', async () => {
    await aPetitionTown(source);
    const petition = await anOpenPetition(source, (await aPerson(source, { role: 'deputy' })).id);
    const { tokenDigest } = await aPerson(source);
    const values = [petition, tokenDigest, 'A', 'k', 'true', null].map((value) => `'{${value}}'`);
    const types = 'uuid[], text[], text[], text[], boolean[], text[]';
    const read = await touched('signatures', ADD_SIGNATURES, values.join(), types);
    expect(read).toEqual(['signatures_before']);
  });

  /** Parts that a statement of the hot path really reads, its plan made without a look at the values. */
  async function touched(
    table: string,
    statement: string,
    values: string,
    types: string,
  ): Promise<string[]> {
    const pool = openHotPool({ databaseUrl: database.url, acts: 'parts', connections: 1 });
    try {
      await pool.query(`set plan_cache_mode = force_generic_plan`);
      await pool.query(`prepare asked(${types}) as ${statement}`);
      const { rows } = await pool.query<Explained>(
        `explain (analyze, format json) execute asked(${values})`,
      );
      return partsRead(rows[0]!['QUERY PLAN'][0].Plan).filter((name) =>
        name.startsWith(`${table}_`),
      );
    } finally {
      await pool.end();
    }
  }
});

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }];
}

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

function partsRead({ Plans = [], ...node }: PlanNode): string[] {
  const below = Plans.flatMap(partsRead);
  const own = node['Relation Name'];
  return own && node['Actual Loops'] > 0 ? [own, ...below] : below;
}

describe('a database with acts', () => {
  const [round, beyond, act] = [v7(), v4().replace(/^./, 'f'), v7()];
  const role = `qatysu_clerk_${process.pid}`;
  let database: TestDatabase;
  let source: DataSource;
  let before: Record<string, unknown>;

  const until = (name: RegExp) => {
    const place = MIGRATIONS.findIndex((migration) => name.test(migration.name));
    const options = dataSourceOptions({
      url: database.url,
      poolSize: 2,
      onPoolError: () => undefined,
    });
    return new DataSource({ ...options, migrations: MIGRATIONS.slice(0, place) }).initialize();
  };

  beforeAll(async () => {
    database = await openBareDatabase();
    const older = await until(/^FunctionsOfParts/);
    await migrate(older);
    await older.destroy();
    source = database.dataSource;
    for (const id of [round, beyond]) {
      await source.query(BALLOT, [id, v7(), `R-${id}`]);
      await source.query(SIGNATURE, [id, v7(), `S-${id}`]);
    }
    for (const [index, subject] of [round, null, beyond, null].entries())
      await source.query(LEAF, [index, subject, `${act}${index}`]);
    await source.query(`create role ${role}`);
    await source.query(`grant select, insert on ballots, ledger_leaves to ${role}`);
    before = await content();
    await migrate(source);
  });
  afterAll(async () => {
    await source.query(`drop owned by ${role}`);
    await source.query(`drop role ${role}`);
    await database.close();
  });

  async function content(): Promise<Record<string, unknown>> {
    const all: Record<string, unknown> = {};
    for (const table of CUT)
      all[table] = await source.query(
        `select to_jsonb(t) - 'subject' as row from ${table} t order by t::text collate "C"`,
      );
    return all;
  }

  const sorted = (all: Record<string, unknown>) =>
    Object.values(all).map((rows) =>
      (rows as unknown[]).map((row) => JSON.stringify(row)).toSorted(),
    );

  it('keeps every row when its tables are cut', async () => {
    expect(sorted(await content())).toEqual(sorted(before));
    expect(await listCutTables(source)).toMatchObject(CUT.map((name) => ({ name, loose: 1 })));
  });

  it('keeps what stands under a round apart from what stands under none', async () => {
    const rows = await source.query(
      `select index::int, subject, tableoid::regclass::text as part from ledger_leaves order by index`,
    );
    expect(rows).toEqual([
      { index: 0, subject: round, part: 'parts.ledger_leaves_before' },
      { index: 1, subject: TOWN, part: 'parts.ledger_leaves_town' },
      { index: 2, subject: beyond, part: 'parts.ledger_leaves_default' },
      { index: 3, subject: TOWN, part: 'parts.ledger_leaves_town' },
    ]);
  });

  it('passes rights on to the cut tables, and none to their parts', async () => {
    const [rights] = await source.query(
      `select has_table_privilege($1, 'ballots', 'insert') as ballots,
              has_table_privilege($1, 'ledger_leaves', 'select') as leaves,
              has_table_privilege($1, 'ledger_leaves', 'update') as changes,
              has_table_privilege($1, 'parts.ballots_before', 'select') as part`,
      [role],
    );
    expect(rights).toEqual({ ballots: true, leaves: true, changes: false, part: false });
  });

  it('gets its whole tables back', async () => {
    const cuts = MIGRATIONS.filter(({ name }) => /^Contract\w+ByPeriod/.test(name)).map(
      (Migration) => new Migration(),
    );
    for (const cut of cuts.toReversed())
      await source.transaction(({ queryRunner }) => cut.down(queryRunner!));
    expect(sorted(await content())).toEqual(sorted(before));
    await expect(source.query(LEAF, [9, null, `${act}0`])).rejects.toThrow('uq_ledger_leaves_key');
    await expect(source.query(`delete from ledger_leaves`)).rejects.toThrow('never changed');
    for (const cut of cuts) await source.transaction(({ queryRunner }) => cut.up(queryRunner!));
    expect(sorted(await content())).toEqual(sorted(before));
  });
});
