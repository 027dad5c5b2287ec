import { type CivilDate, daysBetween } from '#rules/kernel/civil-date.js';

/** A way of steps in the sequence of the law. */
export interface Way<K extends string> {
  readonly steps: readonly K[];
  /**
   * Steps without which the later ones have nothing to stand on: where one of them is not on record
   * and a later one is, it is missing. The others may lawfully be absent.
   */
  readonly obligatory: readonly K[];
}

/** A step that is on record. */
export interface WayRecord<K extends string> {
  readonly kind: K;
  readonly on: CivilDate;
}

/** Last day of a step that is planned or owed. */
export interface WayPlan<K extends string> {
  readonly kind: K;
  readonly by: CivilDate;
}

/** How far somebody came. */
export interface Walk<K extends string, R extends WayRecord<K>> {
  readonly records: readonly R[];
  readonly plans: readonly WayPlan<K>[];
  /** The last step of a way that ended; null while it goes on. */
  readonly endedAfter: K | null;
  readonly today: CivilDate;
}

interface AnyStep<K extends string> {
  readonly kind: K;
  readonly by: CivilDate | null;
  /** Days after its last day; 0 in time or where none was set. */
  readonly daysLate: number;
}

/** A step as it is shown: done, awaited, late, or missing though something followed it. */
export type WayStep<K extends string, R extends WayRecord<K>> =
  | (AnyStep<K> & { readonly state: 'done'; readonly on: CivilDate; readonly record: R })
  | (AnyStep<K> & { readonly state: 'awaited' | 'late' | 'missing'; readonly record: null });

/**
 * Every step that is on record, each time it happened, and every step that must be there: missing
 * where a later one happened without it. A way that ended awaits nothing.
 *
 * @example stepsOfWay({ steps: ['a', 'b'], obligatory: ['a'] }, { records: [{ kind: 'b', on }], … })
 * // → [{ kind: 'a', state: 'missing', … }, { kind: 'b', state: 'done', … }]
 */
export function stepsOfWay<K extends string, R extends WayRecord<K>>(
  way: Way<K>,
  { records, plans, endedAfter, today }: Walk<K, R>,
): readonly WayStep<K, R>[] {
  const lastDone = Math.max(-1, ...records.map(({ kind }) => way.steps.indexOf(kind)));
  const end = endedAfter === null ? way.steps.length - 1 : way.steps.indexOf(endedAfter);
  return way.steps.flatMap((kind, place) => {
    const by = plans.find((plan) => plan.kind === kind)?.by ?? null;
    const done = records.filter((record) => record.kind === kind);
    if (done.length > 0) return done.map((record) => doneStep<K, R>(record, by));
    if (place > Math.max(end, lastDone) || !way.obligatory.includes(kind)) return [];
    return [absentStep<K, R>(kind, by, { isPassed: place < lastDone, today })];
  });
}

function doneStep<K extends string, R extends WayRecord<K>>(
  record: R,
  by: CivilDate | null,
): WayStep<K, R> {
  const { kind, on } = record;
  return { kind, state: 'done', on, by, daysLate: daysAfter(by, on), record };
}

function absentStep<K extends string, R extends WayRecord<K>>(
  kind: K,
  by: CivilDate | null,
  { isPassed, today }: { readonly isPassed: boolean; readonly today: CivilDate },
): WayStep<K, R> {
  const daysLate = daysAfter(by, today);
  const state = daysLate > 0 ? 'late' : 'awaited';
  return { kind, state: isPassed ? 'missing' : state, by, daysLate, record: null };
}

function daysAfter(by: CivilDate | null, on: CivilDate): number {
  return by === null ? 0 : Math.max(0, daysBetween(by, on));
}
