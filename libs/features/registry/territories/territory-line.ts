import { isCivilDate } from '#rules/kernel/civil-date.js';
import { isKato } from '#rules/registry/kato.js';
import { isTerritoryLevel } from '#rules/registry/territory-level.js';
import type { LineFault, UnitOnLine } from './unit-on-line.js';

export const TERRITORY_COLUMNS = {
  required: ['kato', 'parent', 'level', 'name_kk', 'name_ru'],
  optional: [
    'name_en',
    'population',
    'population_on',
    'population_source',
    'is_centre',
    'valid_from',
    'valid_until',
    'succeeded_by',
  ],
} as const;

type Column = (typeof TERRITORY_COLUMNS)['required' | 'optional'][number];
export type CsvLine = Readonly<Partial<Record<string, string>>>;

/** Units that are older than any edition of the classifier. */
const VALID_FROM = '1991-12-16';

/** One line: its unit, or everything that is wrong in it. */
export function readTerritoryLine(
  line: number,
  cells: CsvLine,
): { readonly unit: UnitOnLine | null; readonly faults: readonly LineFault[] } {
  const cell = (column: Column): string => (cells[column] ?? '').trim();
  const faults = CHECKS.flatMap(([column, code, isFine]) =>
    isFine(cell(column)) ? [] : [{ line, code, column, value: cell(column).slice(0, 60) }],
  );
  if (faults.length > 0) return { unit: null, faults };
  return { unit: { line, unit: unitOf(cell) }, faults: periodFaults(line, cell) };
}

type Check = readonly [Column, string, (text: string) => boolean];

const CHECKS: readonly Check[] = [
  ['kato', 'import.kato_invalid', isKato],
  ['parent', 'import.kato_invalid', orEmpty(isKato)],
  ['level', 'import.level_unknown', isTerritoryLevel],
  ['name_kk', 'import.name_missing', (text) => text !== ''],
  ['name_ru', 'import.name_missing', (text) => text !== ''],
  ['population', 'import.population_invalid', orEmpty((text) => /^\d{1,9}$/.test(text))],
  ['population_on', 'import.date_invalid', orEmpty(isCivilDate)],
  ['is_centre', 'import.flag_invalid', orEmpty((text) => /^(0|1|true|false)$/.test(text))],
  ['valid_from', 'import.date_invalid', orEmpty(isCivilDate)],
  ['valid_until', 'import.date_invalid', orEmpty(isCivilDate)],
  ['succeeded_by', 'import.kato_invalid', orEmpty(isKato)],
];

function orEmpty(isFine: (text: string) => boolean): (text: string) => boolean {
  return (text) => text === '' || isFine(text);
}

function unitOf(cell: (column: Column) => string): UnitOnLine['unit'] {
  return {
    kato: cell('kato'),
    parentKato: cell('parent') || null,
    level: cell('level'),
    nameKk: cell('name_kk'),
    nameRu: cell('name_ru'),
    nameEn: cell('name_en') || null,
    population: cell('population') === '' ? null : Number(cell('population')),
    populationOn: cell('population_on') || null,
    populationSource: cell('population_source') || null,
    isCentre: cell('is_centre') === '1' || cell('is_centre') === 'true',
    validFrom: cell('valid_from') || VALID_FROM,
    validUntil: cell('valid_until') || null,
    succeededBy: cell('succeeded_by') || null,
  };
}

function periodFaults(line: number, cell: (column: Column) => string): LineFault[] {
  const until = cell('valid_until');
  const faults: LineFault[] = [];
  if (until !== '' && until < (cell('valid_from') || VALID_FROM))
    faults.push({ line, code: 'import.period_reversed', column: 'valid_until', value: until });
  if (cell('succeeded_by') !== '' && until === '')
    faults.push({ line, code: 'import.successor_without_end', column: 'succeeded_by' });
  if (cell('population') !== '' && cell('population_on') === '')
    faults.push({ line, code: 'import.population_without_date', column: 'population_on' });
  return faults;
}
