import { describe, expect, it } from '@jest/globals';
import { readTerritoryCsv } from './read-territory-csv.js';
import { buildTerritoryTree } from './territory-tree.js';

const HEADER =
  'kato,parent,level,name_kk,name_ru,population,population_on,valid_until,succeeded_by';

describe('a file of territories', () => {
  it('is read with commas or semicolons, with or without a byte order mark', async () => {
    const line = '970000000,,oblast,Ойқала,Ойкала,100,2026-01-01,,';
    const plain = await readTerritoryCsv(`${HEADER}\n${line}\n`);
    const other = await readTerritoryCsv(`\uFEFF${HEADER}\r\n${line}\r\n`.replaceAll(',', ';'));
    expect(plain.faults).toEqual([]);
    expect(plain.units[0]?.unit).toMatchObject({ kato: '970000000', population: 100 });
    expect(other).toEqual(plain);
  });

  it('tells every fault of every line at once', async () => {
    const { faults } = await readTerritoryCsv(
      [
        HEADER,
        '97000000,,oblast,А,А,,,,',
        '970000000,,kingdom,А,,many,2026-02-30,,',
        '971000000,970000000,district,Б,Б,5,,,',
        '972000000,970000000,district,В,В,,,2026-01-01,971000000',
        '973000000,970000000,district,Г,Г,,,,971000000',
      ].join('\n'),
    );
    expect(faults.map(({ line, code, column }) => `${line} ${code} ${column}`)).toEqual([
      '2 import.kato_invalid kato',
      '3 import.level_unknown level',
      '3 import.name_missing name_ru',
      '3 import.population_invalid population',
      '3 import.date_invalid population_on',
      '4 import.population_without_date population_on',
      '6 import.successor_without_end succeeded_by',
    ]);
  });

  it('is refused where a quote is never closed', async () => {
    const { faults } = await readTerritoryCsv(`${HEADER}\n"970000000,,oblast,А,А,,,,`);
    expect(faults).toEqual([{ line: 1, code: 'import.not_csv' }]);
  });

  it('names missing and unknown columns', async () => {
    const { faults } = await readTerritoryCsv('kato,parent,level,name_kk,namme_ru\n1,,,,\n');
    expect(faults).toEqual([{ line: 1, code: 'import.column_missing', column: 'name_ru' }]);
    const { faults: other } = await readTerritoryCsv(`${HEADER},colour\n`);
    expect(other).toEqual([{ line: 1, code: 'import.column_unknown', column: 'colour' }]);
  });
});

describe('the tree of a file', () => {
  const treeOf = async (...lines: string[]) =>
    buildTerritoryTree((await readTerritoryCsv([HEADER, ...lines].join('\n'))).units, []);

  it('puts parents first whatever the lines say', async () => {
    const { units, faults } = await treeOf(
      '970110000,970100000,rural-okrug,О,О,,,,',
      '970100000,970000000,district,А,А,,,,',
      '970000000,,oblast,Б,Б,,,,',
    );
    expect(faults).toEqual([]);
    expect(units.map((unit) => unit.kato)).toEqual(['970000000', '970100000', '970110000']);
    expect(units[2]?.path).toEqual(['970000000', '970100000', '970110000']);
  });

  it('refuses unknown parents, wrong levels, repeats and circles', async () => {
    const { faults } = await treeOf(
      '970000000,,oblast,Б,Б,,,,',
      '970000000,,oblast,Б,Б,,,,',
      '970100000,960000000,district,А,А,,,,',
      '970200000,970000000,village,А,А,,,,',
      '970310000,970320000,village,А,А,,,,',
    );
    expect(faults.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 import.kato_twice',
      '4 import.kato_unknown',
      '5 import.level_under_level',
      '6 import.kato_unknown',
    ]);
  });

  it('notes digits that contradict the parent and imports them all the same', async () => {
    const { units, oddities } = await treeOf(
      '970000000,,oblast,Б,Б,,,,',
      '960100000,970000000,district,А,А,,,,',
    );
    expect(units).toHaveLength(2);
    expect(oddities).toEqual([
      { line: 3, code: 'import.digits_contradict_parent', column: 'parent', value: '960100000' },
    ]);
  });
});
