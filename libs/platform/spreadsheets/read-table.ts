import { open, readFile, stat } from 'node:fs/promises';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { refusedSheet, type SheetRow } from './sheet-row.js';

/** What every ZIP, and so every XLSX, begins with. */
const ZIP_MARK = 'PK';
/** What the older form of a spreadsheet, which we do not read, begins with. */
const OLD_MARK = '\u00d0\u00cf';
const MOST_CSV_BYTES = 2 * 1_048_576;

/**
 * Rows of a file that somebody sent, XLSX or CSV: told by its bytes, never by its name.
 *
 * @throws DomainError rule-violated `table-file.unreadable`, `table-file.old_form`, `table-file.too_large`,
 * `table-file.too_many_rows`
 */
export async function readTable(path: string): Promise<readonly SheetRow[]> {
  const mark = await firstBytes(path);
  if (mark === ZIP_MARK) return readXlsx(path);
  if (mark === OLD_MARK) throw refusedSheet('table-file.old_form');
  const { size } = await stat(path);
  if (size > MOST_CSV_BYTES) throw refusedSheet('table-file.too_large');
  return readCsv(await readFile(path));
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
