import { posix } from 'node:path';
import { isFilled, type SheetRow } from './sheet-row.js';
import { readSheet } from './xlsx-sheet.js';
import { XlsxParts } from './xlsx-parts.js';
import { readXml } from './read-xml.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const USUAL_SHEET = 'xl/worksheets/sheet1.xml';
const MOST_STRINGS = 100_000;

/**
 * Rows of the first sheet of an XLSX file.
 *
 * @throws DomainError rule-violated `table-file.unreadable`, `table-file.too_large`, `table-file.too_many_rows`
 */
export async function readXlsx(path: string): Promise<readonly SheetRow[]> {
  const parts = await XlsxParts.open(path);
  try {
    const sheet = await firstSheet(parts);
    const strings = parts.has(STRINGS) ? await readStrings(parts) : [];
    const rows = await readSheet(parts.text(sheet), strings);
    return rows.filter(isFilled);
  } finally {
    parts.close();
  }
}

/** The sheet that the book names first; where it cannot be told, the usual one. */
async function firstSheet(parts: XlsxParts): Promise<string> {
  const ids: (string | undefined)[] = [];
  await readXml(parts.text(WORKBOOK), {
    open: (name, attribute) => void (name === 'sheet' && ids.push(attribute('r:id'))),
  });
  const targets = new Map<string, string>();
  if (parts.has(RELATIONS))
    await readXml(parts.text(RELATIONS), {
      open: (_name, attribute) =>
        void targets.set(attribute('Id') ?? '', attribute('Target') ?? ''),
    });
  const target = targets.get(ids[0] ?? '');
  return target === undefined ? USUAL_SHEET : posix.resolve('/xl', target).slice(1);
}

/** Texts that cells name by number; the readings of Japanese signs are no part of them. */
async function readStrings(parts: XlsxParts): Promise<readonly string[]> {
  const strings: string[] = [];
  let [isText, isReading] = [false, false];
  await readXml(parts.text(STRINGS), {
    open: (name) => {
      if (name === 'si' && strings.length < MOST_STRINGS) strings.push('');
      if (name === 'rPh') isReading = true;
      if (name === 't') isText = !isReading;
    },
    text: (text) => {
      if (isText && strings.length > 0) strings[strings.length - 1] += text;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
    },
  });
  return strings;
}
