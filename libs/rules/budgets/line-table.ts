import type { Fault } from '#rules/kernel/domain-error.js';
import { parseTenge, type Tiyn } from '#rules/kernel/money.js';
import { type BudgetLine, FUNDING_KINDS, type FundingKind } from './budget-draft.js';
import { type LineOrigin, isOriginKind } from './line-origin.js';

/** The head of a table of lines, as it is exported and taken in; sums are in tenge. */
export const LINE_COLUMNS = [
  'number',
  'functionalGroup',
  'administrator',
  'programme',
  'titleKk',
  'titleRu',
  'amount',
  'funding',
  'originKind',
  'origin',
] as const;

export type LineColumn = (typeof LINE_COLUMNS)[number];

const REQUIRED: readonly LineColumn[] = [
  'functionalGroup',
  'programme',
  'titleKk',
  'titleRu',
  'amount',
];

/** Most lines that are taken in at once. */
export const MOST_TABLE_LINES = 500;

/** The akim's office is the administrator where none is named. */
export const AKIMS_OFFICE = '124';

/** A row of a table as it was typed. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly { readonly text: string; readonly isFormula: boolean }[];
}

/** Lines that could be read, each numbered by its row, and every fault. */
export interface LineTable {
  readonly lines: readonly BudgetLine[];
  readonly faults: readonly Fault[];
}

/**
 * Reads a table of lines: its head names the columns in any sequence; what is not a sum, a code or
 * a kind is a fault of its row. What a formula stands for nobody has checked, so it is none.
 *
 * Whether a line is lawful, {@link assessLine} and {@link assessOrigins} tell.
 *
 * @example readLineTable([]).faults // → [{ code: 'line-table.empty', field: 'file' }]
 */
export function readLineTable(rows: readonly TableRow[]): LineTable {
  const [head, ...body] = rows;
  if (!head || body.length === 0)
    return { lines: [], faults: [{ code: 'line-table.empty', field: 'file' }] };
  const columns = head.cells.map(({ text }) => columnNamed(text));
  const faults = [...headFaults(head, columns), ...sizeFaults(body.length)];
  if (faults.length > 0) return { lines: [], faults };
  const read = body.map((row) => readRow(row, columns));
  return {
    lines: read.map(({ line }) => line),
    faults: read.flatMap((row) => row.faults),
  };
}

function columnNamed(text: string): LineColumn | null {
  const wanted = text.trim().toLowerCase();
  return LINE_COLUMNS.find((column) => column.toLowerCase() === wanted) ?? null;
}

/** A mistyped column would silently lose its values. */
function headFaults(head: TableRow, columns: readonly (LineColumn | null)[]): readonly Fault[] {
  const fault = (code: string, column: string): Fault => ({
    code,
    field: 'file',
    details: { column },
  });
  return [
    ...REQUIRED.filter((column) => !columns.includes(column)).map((column) =>
      fault('line-table.column_missing', column),
    ),
    ...head.cells.flatMap(({ text }, place) => {
      if (columns[place] === null)
        return text === '' ? [] : [fault('line-table.column_unknown', text.slice(0, 40))];
      return columns.indexOf(columns[place]!) < place
        ? [fault('line-table.column_twice', text.slice(0, 40))]
        : [];
    }),
  ];
}

function sizeFaults(lines: number): readonly Fault[] {
  if (lines <= MOST_TABLE_LINES) return [];
  const details = { most: MOST_TABLE_LINES, count: lines };
  return [{ code: 'line-table.too_many_lines', field: 'file', details }];
}

function readRow(row: TableRow, columns: readonly (LineColumn | null)[]) {
  const cellAt = (column: LineColumn) => row.cells[columns.indexOf(column)];
  const text = (column: LineColumn): string => cellAt(column)?.text ?? '';
  const details = { line: row.number };
  const faults: Fault[] = LINE_COLUMNS.filter((column) => cellAt(column)?.isFormula).map(
    (column) => ({ code: 'line-table.formula', field: 'file', details: { ...details, column } }),
  );
  const amountTiyn = sumIn(text('amount'));
  const funding = fundingIn(text('funding'));
  const origin = originIn(text('originKind'), text('origin'));
  const refuse = (code: string) => void faults.push({ code, field: 'file', details });
  if (amountTiyn === null && !cellAt('amount')?.isFormula) refuse('line-table.amount_malformed');
  if (funding === null) refuse('line-table.funding_unknown');
  if (origin === null) refuse('line-table.origin_kind_unknown');
  const line: BudgetLine = {
    number: row.number,
    title: { kk: text('titleKk'), ru: text('titleRu') },
    functionalGroup: padded(text('functionalGroup'), 2),
    programme: padded(text('programme'), 3),
    administrator: padded(text('administrator') || AKIMS_OFFICE, 3),
    // A sum that cannot be read has its own fault: nothing more is said of it.
    amountTiyn: amountTiyn ?? 1n,
    funding: funding ?? 'own',
    origin: origin ?? { kind: 'akimat', id: null },
  };
  return { line, faults };
}

/** A spreadsheet eats the zeros before a code: `padded('7', 2) // → '07'` */
function padded(text: string, digits: number): string {
  return /^\d+$/.test(text) ? text.padStart(digits, '0') : text;
}

/** A sum as people write it, with blanks between thousands and a comma. */
function sumIn(text: string): Tiyn | null {
  return parseTenge(text.replaceAll(/[\s\u00a0\u202f₸]/g, '').replace(',', '.'));
}

function fundingIn(text: string): FundingKind | null {
  return text === '' ? 'own' : (FUNDING_KINDS.find((kind) => kind === text) ?? null);
}

function originIn(kind: string, id: string): LineOrigin | null {
  if (kind === '') return { kind: 'akimat', id: null };
  return isOriginKind(kind) ? { kind, id: id === '' ? null : id } : null;
}
