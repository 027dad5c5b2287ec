import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type Way, type WayPlan, type WayRecord, type WayStep, stepsOfWay } from './way.js';

/** Steps of a project from a wish to the warranty, in their sequence; texts are `trail.steps.<code>`. */
export const TRAIL_STEPS = [
  'proposed',
  'checked',
  'estimated',
  'admitted',
  'voted',
  'chosen',
  'assembly',
  'requested',
  'commission',
  'adopted',
  'contracted',
  'building',
  'accepted',
  'warranty',
] as const;

export type TrailStepKind = (typeof TRAIL_STEPS)[number];

const WAY: Way<TrailStepKind> = {
  steps: TRAIL_STEPS,
  obligatory: [
    'proposed',
    'admitted',
    'voted',
    'chosen',
    'requested',
    'adopted',
    'contracted',
    'accepted',
  ],
};

/** A step that is on record. */
export type TrailRecord = WayRecord<TrailStepKind>;

/** Last day of a step that is planned or owed. */
export type TrailPlan = WayPlan<TrailStepKind>;

/** A step on the page: done, awaited, late, or missing though something followed it. */
export type TrailStep<R extends TrailRecord = TrailRecord> = WayStep<TrailStepKind, R>;

/**
 * The whole way of a project: every step that is on record, and every step that must be there, shown
 * as missing where a later one happened without it. A way that ended (refused, not chosen,
 * cancelled) awaits nothing.
 *
 * @param endedAfter the last step of a way that ended; null while it goes on
 * @law PR pp. 80–87 (`law.md` 1.2)
 * @example trailOf([{ kind: 'contracted', on: '2027-03-03' }], [], null, today).find(isAdopted).state // → 'missing'
 */
export function trailOf<R extends TrailRecord>(
  records: readonly R[],
  plans: readonly TrailPlan[],
  endedAfter: TrailStepKind | null,
  today: CivilDate,
): readonly TrailStep<R>[] {
  return stepsOfWay(WAY, { records, plans, endedAfter, today });
}

/** Does the law ask for this step of every project that came so far? */
export function isObligatoryStep(kind: TrailStepKind): boolean {
  return WAY.obligatory.includes(kind);
}
