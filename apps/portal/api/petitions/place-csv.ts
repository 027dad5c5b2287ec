import type { CsvRow } from '../csv-table.js';
import type { ShownCount } from './shown-count.js';

export const PLACE_COLUMNS = ['territory', 'name_kk', 'name_ru', 'population', 'signatures'];

/** Signatures by place; the last rows make them add up, an empty cell is too few to be shown. */
export function placeRows({ places, hidden, unplaced, total }: ShownCount): readonly CsvRow[] {
  const sum = (territory: string, count: number): CsvRow => ({
    territory,
    name_kk: '',
    name_ru: '',
    population: '',
    signatures: String(count),
  });
  return [
    ...places.map(({ territory, name, population, count }) => ({
      territory,
      name_kk: name.kk,
      name_ru: name.ru,
      population: population === null ? '' : String(population),
      signatures: count === null ? '' : String(count),
    })),
    sum('hidden', hidden),
    sum('unplaced', unplaced),
    sum('total', total),
  ];
}
