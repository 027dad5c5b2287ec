import { readXml } from './read-xml.js';
import {
  LONGEST_CELL,
  MOST_COLUMNS,
  MOST_ROWS,
  refusedSheet,
  type SheetCell,
  type SheetRow,
} from './sheet-row.js';

const EMPTY: SheetCell = { text: '', isFormula: false };
/** Digits that a spreadsheet keeps; what follows is noise of its arithmetic. */
const DIGITS = 15;

/** Rows of a sheet. @param strings texts that cells name by number */
export async function readSheet(
  pieces: AsyncIterable<string>,
  strings: readonly string[],
): Promise<readonly SheetRow[]> {
  const reading = new SheetReading(strings);
  await readXml(pieces, reading);
  return reading.rows;
}

/** Takes a sheet cell by cell. */
class SheetReading {
  readonly rows: { number: number; cells: SheetCell[] }[] = [];
  private number = 0;
  private column = -1;
  private kind = 'n';
  private value = '';
  private isFormula = false;
  private isValue = false;

  constructor(private readonly strings: readonly string[]) {}

  readonly open = (name: string, attribute: (name: string) => string | undefined): void => {
    if (name === 'row') this.beginRow(Number(attribute('r') ?? this.number + 1));
    else if (name === 'c') this.beginCell(attribute('r'), attribute('t') ?? 'n');
    else if (name === 'f') this.isFormula = true;
    this.isValue = name === 'v' || name === 't';
  };

  readonly text = (text: string): void => {
    if (this.isValue && this.value.length < LONGEST_CELL) this.value += text;
  };

  readonly close = (name: string): void => {
    if (name === 'c') this.endCell();
    this.isValue = false;
  };

  private beginRow(number: number): void {
    if (!Number.isInteger(number) || number <= this.number)
      throw refusedSheet('table-file.unreadable');
    if (this.rows.length >= MOST_ROWS)
      throw refusedSheet('table-file.too_many_rows', { most: MOST_ROWS });
    this.number = number;
    this.column = -1;
    this.rows.push({ number, cells: [] });
  }

  private beginCell(reference: string | undefined, kind: string): void {
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.kind = kind;
    this.value = '';
    this.isFormula = false;
  }

  private endCell(): void {
    const row = this.rows.at(-1);
    if (!row || this.column >= MOST_COLUMNS) return;
    while (row.cells.length < this.column) row.cells.push(EMPTY);
    const text = this.isFormula ? '' : this.written().trim().slice(0, LONGEST_CELL);
    row.cells[this.column] = { text, isFormula: this.isFormula };
  }

  private written(): string {
    if (this.kind === 's') return this.strings[Number(this.value)] ?? '';
    return this.kind === 'n' ? plainNumber(this.value) : this.value;
  }
}

/** `columnOf('AB12') // → 27` */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) throw refusedSheet('table-file.unreadable');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A number as people read it: `plainNumber('1.5E7') // → '15000000'` */
function plainNumber(text: string): string {
  if (/^-?\d{1,15}(\.\d{1,2})?$/.test(text)) return text;
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  return String(Number(value.toPrecision(DIGITS)));
}
