import { type CivilDate, daysBetween } from '#rules/kernel/civil-date.js';
import { type Fraction, fraction } from '#rules/kernel/fraction.js';
import {
  type ObligationDays,
  type ObligationState,
  obligationStateOn,
} from './obligation-state.js';

/** How a body keeps its terms. */
export interface ObligationFigures {
  readonly total: number;
  readonly byState: Readonly<Record<ObligationState, number>>;
  /** Calendar days from the event to the act, of what was done; null when nothing was. */
  readonly medianDays: Fraction | null;
  /** Of all whose term is over or who are done: the share done in time; null when there are none. */
  readonly inTime: Fraction | null;
}

/**
 * Figures of a body's duties. What is still open and in time counts in no share, so that nobody
 * looks better by duties that are not due yet.
 *
 * @example figuresOf([{ eventOn: '2026-11-02', dueOn: '2026-11-20', metOn: '2026-11-06' }], today)
 * // → { total: 1, medianDays: 4, inTime: 1, … }
 */
export function figuresOf(duties: readonly ObligationDays[], today: CivilDate): ObligationFigures {
  const byState = { open: 0, met: 0, late: 0, overdue: 0 };
  for (const duty of duties) byState[obligationStateOn(duty, today)] += 1;
  const judged = duties.length - byState.open;
  return {
    total: duties.length,
    byState,
    medianDays: medianOf(duties.flatMap(daysTaken)),
    inTime: judged === 0 ? null : fraction(BigInt(byState.met), BigInt(judged)),
  };
}

/** The middle of the numbers, or half-way between the two middle ones: `medianOf([1, 4]) // → 5/2` */
export function medianOf(numbers: readonly number[]): Fraction | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  const lower = Math.ceil(sorted.length / 2) - 1;
  return fraction(BigInt(sorted[lower]! + sorted[upper]!), 2n);
}

function daysTaken({ eventOn, metOn }: ObligationDays): readonly number[] {
  return metOn === null ? [] : [daysBetween(eventOn, metOn)];
}
