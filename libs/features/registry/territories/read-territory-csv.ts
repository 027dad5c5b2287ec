import { parseString } from '@fast-csv/parse';
import type { LineFault, UnitOnLine } from './unit-on-line.js';
import { readTerritoryLine, TERRITORY_COLUMNS, type CsvLine } from './territory-line.js';

/** Lines that could be read, and every fault found. */
export interface TerritoryFile {
  readonly units: readonly UnitOnLine[];
  readonly faults: readonly LineFault[];
}

const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Reads a CSV file of territorial units, comma- or semicolon-separated, every fault with its line.
 *
 * Columns: `kato,parent,level,name_kk,name_ru` and, where known, `name_en,population,population_on,
 * population_source,is_centre,valid_from,valid_until,succeeded_by`.
 */
export async function readTerritoryCsv(text: string): Promise<TerritoryFile> {
  const table = await splitLines(text.replace(BYTE_ORDER_MARK, '')).catch(() => null);
  if (table === null) return { units: [], faults: [{ line: 1, code: 'import.not_csv' }] };
  const { header, lines } = table;
  const missing = TERRITORY_COLUMNS.required.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const faults = missing.map((column) => ({ line: 1, code: 'import.column_missing', column }));
    return { units: [], faults };
  }
  const read = lines.map(({ line, cells }) => readTerritoryLine(line, lineOf(header, cells)));
  return {
    units: read.flatMap(({ unit }) => (unit ? [unit] : [])),
    faults: [...unknownColumns(header), ...read.flatMap(({ faults }) => faults)],
  };
}

interface SplitLine {
  readonly line: number;
  readonly cells: readonly string[];
}

async function splitLines(
  text: string,
): Promise<{ header: readonly string[]; lines: readonly SplitLine[] }> {
  const rows: string[][] = [];
  const delimiter = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
  await new Promise<void>((resolve, reject) => {
    parseString(text, { delimiter, trim: true, ignoreEmpty: false })
      .on('error', reject)
      .on('data', (row: string[]) => rows.push(row))
      .on('end', () => resolve());
  });
  const [header = [], ...rest] = rows;
  const lines = rest.map((cells, place) => ({ line: place + 2, cells }));
  return { header, lines: lines.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

function lineOf(header: readonly string[], cells: readonly string[]): CsvLine {
  return Object.fromEntries(header.map((column, place) => [column, cells[place] ?? '']));
}

/** A mistyped column would silently lose its values. */
function unknownColumns(header: readonly string[]): LineFault[] {
  const known: readonly string[] = [...TERRITORY_COLUMNS.required, ...TERRITORY_COLUMNS.optional];
  return header
    .filter((column) => !known.includes(column))
    .map((column) => ({ line: 1, code: 'import.column_unknown', column }));
}
