import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';

export const QUARTERS = [1, 2, 3, 4] as const;

export type Quarter = (typeof QUARTERS)[number];

/** What was paid of one line from the beginning of the year. */
export interface LineExecution {
  readonly line: number;
  readonly paidTiyn: Tiyn;
  /** Why it is less, or more, than planned; null where nobody says. */
  readonly reason: OfficialText | null;
}

const LAST_DAYS: Readonly<Record<Quarter, string>> = {
  1: '03-31',
  2: '06-30',
  3: '09-30',
  4: '12-31',
};

/** `isQuarter(5) // → false` */
export function isQuarter(value: number): value is Quarter {
  return (QUARTERS as readonly number[]).includes(value);
}

/** `quarterEnd(2027, 3) // → '2027-09-30'` */
export function quarterEnd(year: number, quarter: Quarter): CivilDate {
  return `${year}-${LAST_DAYS[quarter]}`;
}

/** Quarters of a budget's year that are over. */
export function quartersOver(year: number, today: CivilDate): readonly Quarter[] {
  return QUARTERS.filter((quarter) => quarterEnd(year, quarter) < today);
}

/**
 * All faults of the execution of a quarter: the quarter is over, its lines are in the budget, each
 * once, a reason stands in both languages. More paid than planned is written down and shown.
 *
 * @example assessExecution([], { isOver: true, isLine: () => true }) // → [{ code: 'execution.empty' }]
 */
export function assessExecution(
  lines: readonly LineExecution[],
  known: { readonly isOver: boolean; readonly isLine: (line: number) => boolean },
): readonly Fault[] {
  const faults: Fault[] = [];
  if (!known.isOver) faults.push({ code: 'execution.quarter_not_over', field: 'quarter' });
  if (lines.length === 0) faults.push({ code: 'execution.empty', field: 'lines' });
  const numbers = lines.map(({ line }) => line);
  return [
    ...faults,
    ...lines.flatMap(({ line, reason }, place) => {
      const details = { line };
      const code = lineCode(known.isLine(line), numbers.indexOf(line) < place, reason);
      return code === null ? [] : [{ code, field: `line-${line}`, details }];
    }),
  ];
}

function lineCode(
  isLine: boolean,
  isRepeated: boolean,
  reason: OfficialText | null,
): string | null {
  if (!isLine) return 'execution.line_unknown';
  if (isRepeated) return 'execution.line_twice';
  return reason !== null && missingLanguages(reason).length > 0 ? 'execution.reason_missing' : null;
}
