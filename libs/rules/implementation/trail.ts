import { type CivilDate, daysBetween } from '#rules/kernel/civil-date.js';

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

/**
 * Steps without which the later ones have nothing to stand on: where one of them is not on record and
 * a later one is, it is missing. The others may lawfully be absent.
 */
const OBLIGATORY: readonly TrailStepKind[] = [
  'proposed',
  'admitted',
  'voted',
  'chosen',
  'requested',
  'adopted',
  'contracted',
  'accepted',
];

/** A step that is on record. */
export interface TrailRecord {
  readonly kind: TrailStepKind;
  readonly on: CivilDate;
}

/** Last day of a step that is planned or owed. */
export interface TrailPlan {
  readonly kind: TrailStepKind;
  readonly by: CivilDate;
}

/** A step on the page: done, awaited, late, or missing though something followed it. */
export type TrailStep =
  | {
      readonly kind: TrailStepKind;
      readonly state: 'done';
      readonly on: CivilDate;
      readonly by: CivilDate | null;
      /** Days after its last day; 0 in time or where none was set. */
      readonly daysLate: number;
    }
  | {
      readonly kind: TrailStepKind;
      readonly state: 'awaited' | 'late' | 'missing';
      readonly by: CivilDate | null;
      readonly daysLate: number;
    };

/**
 * The whole way of a project: every step that is on record, and every step that must be there, shown
 * as missing where a later one happened without it. A way that ended (refused, not chosen,
 * cancelled) awaits nothing.
 *
 * @param endedAfter the last step of a way that ended; null while it goes on
 * @law PR pp. 80–87 (`law.md` 1.2)
 * @example trailOf([{ kind: 'contracted', on: '2027-03-03' }], [], null, today).find(isAdopted).state // → 'missing'
 */
export function trailOf(
  records: readonly TrailRecord[],
  plans: readonly TrailPlan[],
  endedAfter: TrailStepKind | null,
  today: CivilDate,
): readonly TrailStep[] {
  const lastDone = Math.max(-1, ...records.map(({ kind }) => TRAIL_STEPS.indexOf(kind)));
  const end = endedAfter === null ? TRAIL_STEPS.length - 1 : TRAIL_STEPS.indexOf(endedAfter);
  return TRAIL_STEPS.flatMap((kind, place) => {
    const by = plans.find((plan) => plan.kind === kind)?.by ?? null;
    const done = records.find((record) => record.kind === kind);
    if (done !== undefined) return [doneStep(kind, done.on, by)];
    if (place > Math.max(end, lastDone)) return [];
    return absentStep(kind, by, { isPassed: place < lastDone, today });
  });
}

/** Does the law ask for this step of every project that came so far? */
export function isObligatoryStep(kind: TrailStepKind): boolean {
  return OBLIGATORY.includes(kind);
}

function doneStep(kind: TrailStepKind, on: CivilDate, by: CivilDate | null): TrailStep {
  return { kind, state: 'done', on, by, daysLate: daysAfter(by, on) };
}

function absentStep(
  kind: TrailStepKind,
  by: CivilDate | null,
  { isPassed, today }: { readonly isPassed: boolean; readonly today: CivilDate },
): readonly TrailStep[] {
  if (!isObligatoryStep(kind)) return [];
  const daysLate = daysAfter(by, today);
  if (isPassed) return [{ kind, state: 'missing', by, daysLate }];
  return [{ kind, state: daysLate > 0 ? 'late' : 'awaited', by, daysLate }];
}

function daysAfter(by: CivilDate | null, on: CivilDate): number {
  return by === null ? 0 : Math.max(0, daysBetween(by, on));
}
