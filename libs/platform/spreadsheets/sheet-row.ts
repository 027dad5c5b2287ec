import { DomainError } from '#rules/kernel/domain-error.js';

/** A cell as it was typed; of a formula only the fact is kept, for nobody has checked its result. */
export interface SheetCell {
  readonly text: string;
  readonly isFormula: boolean;
}

/** A row of a table; `number` is what the person's own program shows beside it. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

/** More than any table of ours needs; a file with more is refused before it is read further. */
export const MOST_ROWS = 2_000;
export const MOST_COLUMNS = 60;
export const LONGEST_CELL = 4_000;

/** The refusal of a file, at its field: `table-file.unreadable`, `table-file.too_large`. */
export function refusedSheet(
  code: string,
  details: Readonly<Record<string, number>> = {},
): DomainError {
  const faults = [{ code, field: 'file', details }];
  return new DomainError('rule-violated', code, { faults });
}

/** Is anything written in the row? */
export function isFilled({ cells }: SheetRow): boolean {
  return cells.some(({ text, isFormula }) => isFormula || text !== '');
}
