import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { BringUpToErasures } from '#features/proof/erasure/bring-up-to-erasures.js';
import { EraseOnTerm } from '#features/proof/erasure/erase-on-term.js';
import { ErasePerson } from '#features/proof/erasure/erase-person.js';
import { ErasedKeysFile } from '#features/proof/erasure/erased-keys-file.js';
import { ErasureReader } from '#features/proof/erasure/erasure.reader.js';
import { ListErasedKeys } from '#features/proof/erasure/list-erased-keys.js';
import { rewrapKeys } from '#features/proof/erasure/rewrap-keys.js';
import { sealPlainTexts } from '#features/proof/erasure/seal-plain-texts.js';
import { NameReader, sealedNameOf } from '#features/registry/residents/name.reader.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import { dataSourceOptions } from '#platform/persistence/data-source-options.js';
import { migrate } from '#platform/persistence/migrate.js';
import { MIGRATIONS } from '#platform/persistence/migrations.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { aMandate } from '../support/builders/mandate.js';
import {
  aCountedTown,
  addBallots,
  aPerson,
  aRoundToCount,
  OKRUG,
} from '../support/builders/counted-town.js';
import { TEST_PERSON_KEY, testPersonalKeys } from '../support/personal-keys.js';
import { openBareDatabase, openTestDatabase, type TestDatabase } from '../support/test-database.js';

/** All that an erasure may touch; of everything else every row stays as it is. */
const TOUCHED = [
  'idempotency_keys',
  'news_readings',
  'outbox_messages',
  'person_erasures',
  'person_keys',
  'proposal_coauthors',
  'proposal_files',
  'proposals',
  'residents',
  'sessions',
];

describe('an erasure', () => {
  let database: TestDatabase;
  let source: DataSource;
  let folder: string;
  let file: ErasedKeysFile;
  let erasing: ErasePerson;
  const names = new NameReader(testPersonalKeys());

  beforeAll(async () => {
    database = await openTestDatabase();
    source = database.dataSource;
    folder = mkdtempSync(join(tmpdir(), 'qatysu-erasure-'));
    file = new ErasedKeysFile(join(folder, 'erased-keys.log'));
    erasing = new ErasePerson(new UnitOfWork(source), new DatabaseClock(source));
    await aCountedTown(source);
    const { id } = await aRoundToCount(source, { projects: [{ costTenge: 10 }] });
    await addBallots(source, id, [{ voters: 3, numbers: [1] }]);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  it('leaves the person without name, birth, pseudonym, key and session', async () => {
    const { id } = await aPerson(source);
    const before = await rollRow(id);
    expect(before.name).toBe('Гүлнар С.');
    await erasing.run(id, 'request');
    const after = await rollRow(id);
    expect(after).toMatchObject({ name: null, bornOn: null, sealedBirth: null, sessions: 0 });
    expect(after.pseudonym).not.toBe(before.pseudonym);
    await erasing.run(id, 'request');
    expect(await erasuresOf(id)).toBe(1);
  });

  it('touches no row of what is counted, signed or archived', async () => {
    const { id } = await aPerson(source);
    await source.query(`insert into news_readings values ($1, clock_timestamp())`, [id]);
    const before = await digests();
    await erasing.run(id, 'request');
    const after = await digests();
    const changed = [...after.keys()].filter((table) => after.get(table) !== before.get(table));
    expect(changed).toEqual(expect.arrayContaining(['person_keys', 'residents', 'sessions']));
    expect(changed.filter((table) => !TOUCHED.includes(table))).toEqual([]);
  });

  it('waits for every act that others rely on, and names all of them', async () => {
    const { id } = await aPerson(source);
    const round = await aRoundToCount(source, { projects: [{ costTenge: 10 }] });
    await source.query(`update proposals set author_id = $1 where id = $2`, [
      id,
      round.proposals[0],
    ]);
    await addBallots(source, round.id, [{ voters: 1, numbers: [1] }]);
    await source.query(`update ballots set resident_id = $1 where round_id = $2`, [id, round.id]);
    await aMandate(source, id, OKRUG);
    await expect(erasing.run(id, 'request')).rejects.toMatchObject({
      code: 'erasure.not_now',
      details: {
        faults: ['offices', 'ballots', 'proposals'].map((tie) => ({
          code: `erasure.${tie}`,
          details: { count: 1 },
        })),
      },
    });
    expect((await rollRow(id)).name).toBe('Гүлнар С.');
  });

  it('is done again where a backup brought the person back', async () => {
    const { id } = await aPerson(source);
    const backup = await keptRows(id);
    await erasing.run(id, 'request');
    await new ListErasedKeys(new UnitOfWork(source), file).run();
    await bringBack(id, backup);
    expect((await rollRow(id)).name).toBe('Гүлнар С.');
    expect(await bringUp()).toBe(1);
    expect((await rollRow(id)).name).toBeNull();
    expect(await bringUp()).toBe(0);
  });

  it('comes onto the list again where the list was lost', async () => {
    const { id } = await aPerson(source);
    const { keyId } = await keptRows(id);
    await erasing.run(id, 'request');
    await bringUp();
    expect(readFileSync(file.path, 'utf8')).toContain(`${keyId} request `);
    rmSync(file.path);
    await bringUp();
    expect(readFileSync(file.path, 'utf8')).toContain(`${keyId} request `);
  });

  it('refuses a list that is no list', async () => {
    const broken = new ErasedKeysFile(join(folder, 'broken.log'));
    writeFileSync(broken.path, 'nobody\n');
    await expect(broken.read()).rejects.toThrow('line 1 is no erased key');
  });

  it.each([
    ['a day before the term', '1 day', 'Гүлнар С.'],
    ['a day after the term', '-1 day', null],
  ])('on term: %s', async (_when, left, expected) => {
    const { id } = await aPerson(source);
    await source.query(
      `update sessions set created_at = created_at - interval '4 years',
         expires_at = clock_timestamp() - interval '3 years' + $2::interval where person_id = $1`,
      [id, left],
    );
    const clock = new DatabaseClock(source);
    await new EraseOnTerm(new ErasureReader(source), clock, erasing).run();
    expect((await rollRow(id)).name).toBe(expected);
  });

  async function bringUp(): Promise<number> {
    return new BringUpToErasures(new UnitOfWork(source), file).run();
  }

  async function rollRow(id: string) {
    const [row] = await source.query(
      `select ${sealedNameOf('r')} as name, born_on as "bornOn", sealed_birth as "sealedBirth",
         encode(pseudonym, 'hex') as pseudonym,
         (select count(*)::int from sessions where person_id = r.id) as sessions
       from residents r where id = $1`,
      [id],
    );
    return { ...row, name: names.short(row.name) };
  }

  async function erasuresOf(id: string): Promise<number> {
    const [row] = await source.query(
      `select count(*)::int as count from person_erasures where resident_id = $1`,
      [id],
    );
    return row.count;
  }

  async function keptRows(id: string) {
    const [row] = await source.query(
      `select k.id as "keyId", wrapped, wrapped_by as "wrappedBy", sealed_name as "sealedName"
       from person_keys k join residents r on r.id = k.resident_id where r.id = $1`,
      [id],
    );
    return row;
  }

  async function bringBack(
    id: string,
    { keyId, wrapped, wrappedBy, sealedName }: Record<string, unknown>,
  ): Promise<void> {
    await source.query(`delete from person_erasures where resident_id = $1`, [id]);
    await source.query(`insert into person_keys values ($1, $2, $3, $4)`, [
      keyId,
      id,
      wrapped,
      wrappedBy,
    ]);
    await source.query(`update residents set sealed_name = $2, erased_at = null where id = $1`, [
      id,
      sealedName,
    ]);
  }

  /** What every table holds. */
  async function digests(): Promise<ReadonlyMap<string, string>> {
    const tables: { name: string }[] = await source.query(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const held = new Map<string, string>();
    for (const { name } of tables) {
      const [row] = await source.query(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${name} t`,
      );
      held.set(name, row.digest);
    }
    return held;
  }
});

describe('an upgrade from plain names', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await openBareDatabase()));
  afterAll(() => database.close());

  it('seals what it finds, and leaves nothing of it in plain text', async () => {
    const keys = testPersonalKeys();
    await migrateTo((name) => !name.startsWith('PersonalKeys') && timeOf(name) < 1795300000000);
    await database.dataSource.query(PLAIN_PERSON);
    await migrateTo(() => true);
    expect(await sealPlainTexts(database.dataSource, keys)).toBe(2);
    expect(await sealPlainTexts(database.dataSource, keys)).toBe(0);
    const [row] = await database.dataSource.query(
      `select ${sealedNameOf('r')} as name, born_on::text as born, (select count(*)::int from unsealed_texts) as plain,
         r::text as dump from residents r`,
    );
    expect(new NameReader(keys).parts(row.name)).toEqual({
      givenName: 'Айсәуле',
      familyName: 'Құпиябекова',
      patronymic: 'Жасырынқызы',
    });
    expect(row).toMatchObject({ born: '1983-01-01', plain: 0 });
    expect(row.dump).not.toContain('Құпиябекова');
  });

  it('is read with a new key of the installation after a rotation, without the former one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qatysu-rotation-'));
    const path = join(folder, 'person.key');
    const [next, former] = ['b8'.repeat(32), TEST_PERSON_KEY];
    writeFileSync(path, `${next}\n${former}\n`);
    expect(await rewrapKeys(database.dataSource, PersonalKeys.fromFile(path, false))).toBe(1);
    writeFileSync(path, `${next}\n`);
    const [row] = await database.dataSource.query(
      `select ${sealedNameOf('r')} as name from residents r`,
    );
    expect(new NameReader(PersonalKeys.fromFile(path, false)).short(row.name)).toBe('Айсәуле Қ.');
    expect(() => new NameReader(testPersonalKeys()).short(row.name)).toThrow(/is missing/);
    rmSync(folder, { recursive: true });
  });

  async function migrateTo(isWanted: (name: string) => boolean): Promise<void> {
    const migrations = MIGRATIONS.filter(({ name }) => isWanted(name));
    const settings = { url: database.url, poolSize: 2, onPoolError: () => undefined };
    const source = new DataSource({ ...dataSourceOptions(settings), migrations });
    await source.initialize();
    await migrate(source).finally(() => source.destroy());
  }
});

function timeOf(migration: string): number {
  return Number(/\d+$/.exec(migration)?.[0] ?? 0);
}

const PLAIN_PERSON = `
  with place as (
    insert into territories (kato, path, level, name_kk, name_ru, valid_from)
    values ('974000000', '{974000000}', 'rural-okrug', 'Сынақ', 'Проба', '2020-01-01') returning kato)
  insert into residents (id, pseudonym, family_name, given_name, patronymic, born_on, territory_kato, registered_from)
  select gen_random_uuid(), 'x', 'Құпиябекова', 'Айсәуле', 'Жасырынқызы', '1983-07-19', kato, '2020-01-01' from place`;
