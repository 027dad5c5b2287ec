import type { OriginKind } from '#rules/budgets/line-origin.js';
import {
  type Walk,
  type Way,
  type WayPlan,
  type WayRecord,
  type WayStep,
  stepsOfWay,
} from './way.js';

/**
 * Steps of a budget line: up to what it rests on, then down to what was built for its money; texts are
 * `lineTrail.steps.<code>`.
 */
export const LINE_STEPS = [
  'proposed',
  'voted',
  'chosen',
  'assembly',
  'petition',
  'petition-answer',
  'submitted',
  'commission',
  'amended',
  'returned',
  'adopted',
  'refined',
  'contracted',
  'paid',
  'accepted',
  'warranty',
] as const;

export type LineStepKind = (typeof LINE_STEPS)[number];

/** The first step that is an act on the budget; what stands before it is the origin. */
const FIRST_OF_BUDGET: LineStepKind = 'submitted';

const IN_EVERY_BUDGET = ['submitted', 'adopted'] as const;

const OBLIGATORY: Readonly<Record<OriginKind, readonly LineStepKind[]>> = {
  project: ['proposed', 'voted', 'chosen', ...IN_EVERY_BUDGET, 'contracted', 'accepted'],
  minutes: ['assembly', ...IN_EVERY_BUDGET],
  petition: ['petition', 'petition-answer', ...IN_EVERY_BUDGET],
  akimat: IN_EVERY_BUDGET,
  law: IN_EVERY_BUDGET,
};

/** A step of a line that is on record; several acts may be of one kind. */
export type LineRecord = WayRecord<LineStepKind>;

export type LinePlan = WayPlan<LineStepKind>;

export type LineStep<R extends LineRecord = LineRecord> = WayStep<LineStepKind, R>;

/**
 * The way of a budget line from its origin to the warranty. Works are on record for residents'
 * projects alone, so no contract is awaited for another line.
 *
 * @law BC arts. 86–93; PR pp. 84–87 (`law.md` 1.2, 4.2)
 * @example lineTrailOf('akimat', { records: [], plans: [], endedAfter: null, today })
 * // → [{ kind: 'submitted', state: 'awaited', … }, { kind: 'adopted', state: 'awaited', … }]
 */
export function lineTrailOf<R extends LineRecord>(
  origin: OriginKind,
  walk: Walk<LineStepKind, R>,
): readonly LineStep<R>[] {
  const way: Way<LineStepKind> = { steps: LINE_STEPS, obligatory: OBLIGATORY[origin] };
  return stepsOfWay(way, walk);
}

/** Does a step tell where the line comes from? `isOfOrigin('voted') // → true` */
export function isOfOrigin(kind: LineStepKind): boolean {
  return LINE_STEPS.indexOf(kind) < LINE_STEPS.indexOf(FIRST_OF_BUDGET);
}

/** Must this step be there for a line of this origin? */
export function isObligatoryForLine(origin: OriginKind, kind: LineStepKind): boolean {
  return OBLIGATORY[origin].includes(kind);
}
