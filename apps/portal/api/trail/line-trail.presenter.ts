import {
  isObligatoryForLine,
  isOfOrigin,
  type LineStepKind,
  lineTrailOf,
} from '#rules/implementation/line-trail.js';
import type { LineRecordRow, LineTrailRow } from '#features/budget/trail/line-trail-row.js';
import { presentMoney } from '../money.js';
import { presentStep, type Told, toldSteps } from './told-steps.js';

export type ToldLineStep = Told<LineStepKind, LineRecordRow>;

/** The way of a line, step by step, from its origin to the warranty. */
export function lineStepsOf({ origin, ...row }: LineTrailRow): readonly ToldLineStep[] {
  return toldSteps(lineTrailOf(origin.kind, row));
}

/** Where the record behind a line can be read; null where none is. */
export function originPathOf({ origin }: LineTrailRow): string | null {
  if (origin.id === null || origin.number === null) return null;
  switch (origin.kind) {
    case 'project':
      return `/projects/${origin.number}/trail`;
    case 'petition':
      return `/petitions/${origin.number}`;
    case 'minutes':
      return `/minutes/${origin.id}`;
    default:
      return null;
  }
}

/** The trail of a line for programs; `part` parts the origin from what the budget did with it. */
export function presentLineTrail(row: LineTrailRow) {
  const { amountTiyn, ...line } = row.line;
  return {
    budget: row.budgetId,
    year: row.year,
    line: { ...line, amount: presentMoney(BigInt(amountTiyn)) },
    origin: { ...row.origin, path: originPathOf(row) },
    endedAfter: row.endedAfter,
    steps: lineStepsOf(row).map((step) => ({
      part: isOfOrigin(step.kind) ? 'origin' : 'budget',
      ...presentStep(step, isObligatoryForLine(row.origin.kind, step.kind)),
    })),
    fate: row.fate,
  };
}
