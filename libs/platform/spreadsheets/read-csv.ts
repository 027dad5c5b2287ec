import { parseString } from '@fast-csv/parse';
import { isFilled, MOST_ROWS, refusedSheet, type SheetCell, type SheetRow } from './sheet-row.js';

/** A sign before what a spreadsheet would take for a formula; see our own CSV files. */
const NEUTRALISED = /^'(?=[=+\-@\t\r])/;
const DELIMITERS = [';', '\t', ','] as const;

/**
 * Rows of a CSV file: UTF-8, or the encoding of an older Russian desk; separated by semicolons,
 * tabulators or commas, whichever the head has.
 *
 * @throws DomainError rule-violated `table-file.unreadable`, `table-file.too_many_rows`
 */
export async function readCsv(bytes: Uint8Array): Promise<readonly SheetRow[]> {
  const text = decoded(bytes);
  const head = text.split('\n', 1)[0] ?? '';
  const delimiter = DELIMITERS.find((sign) => head.includes(sign)) ?? ',';
  const rows = await split(text, delimiter);
  return rows.filter(isFilled);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

function split(text: string, delimiter: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  return new Promise((resolve, reject) => {
    parseString(text, { delimiter, trim: true, ignoreEmpty: false, maxRows: MOST_ROWS + 1 })
      .on('error', () => reject(refusedSheet('table-file.unreadable')))
      .on('data', (cells: string[]) =>
        rows.push({ number: rows.length + 1, cells: cells.map(cellOf) }),
      )
      .on('end', () => {
        if (rows.length > MOST_ROWS)
          reject(refusedSheet('table-file.too_many_rows', { most: MOST_ROWS }));
        else resolve(rows);
      });
  });
}

function cellOf(text: string): SheetCell {
  return text.startsWith('=')
    ? { text: '', isFormula: true }
    : { text: text.replace(NEUTRALISED, ''), isFormula: false };
}
