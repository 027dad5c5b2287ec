import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { FoundDemoTown } from '#features/registry/demo-town/found-demo-town.js';
import { ImportTerritories } from '#features/registry/territories/import-territories.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.js';
import { RollEntries } from '#features/registry/residents/roll-entries.js';
import { testPersonalKeys } from '#test/support/personal-keys.js';

jest.setTimeout(60_000);

const HEADER =
  'kato,parent,level,name_kk,name_ru,population,population_on,valid_until,succeeded_by';

describe('territories in the database', () => {
  let database: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-territories-'));
  let reader: TerritoryReader;
  let importing: ImportTerritories;

  beforeAll(async () => {
    database = await openTestDatabase();
    reader = new TerritoryReader(database.dataSource);
    importing = new ImportTerritories(new UnitOfWork(database.dataSource), reader);
    await found();
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  async function found(): Promise<void> {
    const pseudonyms = Pseudonyms.fromFile(join(folder, 'pepper.key'), true);
    const entries = new RollEntries(pseudonyms, testPersonalKeys());
    await new FoundDemoTown(new UnitOfWork(database.dataSource), entries).run();
  }

  async function counts(): Promise<Record<string, number>> {
    const [row] = (await database.dataSource.query(
      `select (select count(*)::int from territories) as territories,
              (select count(*)::int from residents) as residents,
              (select count(*)::int from role_holdings) as roles`,
    )) as Record<string, number>[];
    return row!;
  }

  it('are founded twice with the same outcome', async () => {
    const before = await counts();
    await found();
    expect(await counts()).toEqual(before);
  });

  it.each([
    ['карасу', DEMO.qarasu],
    ['Qarasu', DEMO.qarasu],
    ['Жанасу', DEMO.city],
    ['zhanasu', DEMO.city],
    ['кокжйек', DEMO.kokzhiek],
    ['булак', DEMO.bulaq],
    ['992040000', DEMO.kokzhiek],
  ])('are found by %s', async (typed, kato) => {
    expect((await reader.search(typed, 10)).map((row) => row.kato)).toContain(kato);
  });

  it('are not found by a name that is not there, nor by signs that mean something to SQL', async () => {
    expect(await reader.search('Мадагаскар', 10)).toEqual([]);
    expect(await reader.search('%', 10)).toEqual([]);
  });

  it('tell the law what it asks about a place', async () => {
    expect(await reader.getBudgetPlace(DEMO.arna)).toMatchObject({
      level: 'city-district',
      parentLevel: 'oblast-city',
      isOblastCentre: true,
    });
    expect(await reader.getBudgetPlace(DEMO.taldy)).toMatchObject({ isDistrictCentre: true });
    expect(await reader.getBudgetPlace(DEMO.city)).toMatchObject({ hasCityDistricts: true });
  });

  it('are imported whole: successors before or after, paths worked out', async () => {
    const outcome = await importing.run(
      [
        HEADER,
        '970101100,970101000,village,Ескі,Старое,,,2024-12-31,970101200',
        '970101200,970101000,village,Жаңа,Новое,120,2026-01-01,,',
        '970101000,970100000,rural-okrug,Округ,Округ,,,,',
        '970100000,970000000,district,Аудан,Район,,,,',
        '970000000,,oblast,Облыс,Область,,,,',
      ].join('\n'),
    );
    expect(outcome).toEqual({ imported: 5, faults: [], oddities: [] });
    expect(await reader.get('970101100')).toMatchObject({
      succeededBy: '970101200',
      path: ['970000000', '970100000', '970101000', '970101100'],
    });
  });

  it('are not imported at all when one line is wrong', async () => {
    const before = await counts();
    const outcome = await importing.run(
      `${HEADER}\n960000000,,oblast,А,А,,,,\n960100000,960000000,nowhere,Б,Б,,,,\n`,
    );
    expect(outcome.faults).toMatchObject([{ line: 3, code: 'import.level_unknown' }]);
    expect(await counts()).toEqual(before);
  });
});
