import { writeToString } from '@fast-csv/format';

/** `plain` is RFC 4180 for programs; `sheet` opens in a spreadsheet of a Kazakh or Russian desk. */
export const CSV_KINDS = ['plain', 'sheet'] as const;

export type CsvKind = (typeof CSV_KINDS)[number];

export type CsvRow = Readonly<Record<string, string>>;

const FORMULA = /^[=+\-@\t\r]/;

export interface CsvShape {
  /** The head: it stands there also when there are no rows. */
  readonly columns: readonly string[];
  readonly kind: CsvKind;
}

/** Rows with a head; a cell that a spreadsheet would take for a formula stays the text that it is. */
export async function csvTable(
  rows: readonly CsvRow[],
  { columns, kind }: CsvShape,
): Promise<string> {
  return writeToString(rows.map(neutralised), {
    headers: [...columns],
    alwaysWriteHeaders: true,
    rowDelimiter: '\r\n',
    includeEndRowDelimiter: true,
    ...(kind === 'sheet' ? { writeBOM: true, delimiter: ';' } : {}),
  });
}

function neutralised(row: CsvRow): CsvRow {
  const cells = Object.entries(row).map(([column, cell]) => [
    column,
    FORMULA.test(cell) ? `'${cell}` : cell,
  ]);
  return Object.fromEntries(cells) as CsvRow;
}
