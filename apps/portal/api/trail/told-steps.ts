import { formatTenge } from '#rules/kernel/money.js';
import type { WayRecord, WayStep } from '#rules/implementation/way.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

export type Facts = Readonly<Record<string, string | number | null>>;

/** A record of a step: who, and what tells it apart. */
export interface ToldRecord<K extends string> extends WayRecord<K> {
  readonly post: OfficialText | null;
  readonly facts: Facts;
}

/** A step with what the records say of it; the first one awaited is what comes next. */
export type Told<K extends string, R extends ToldRecord<K>> = WayStep<K, R> & {
  readonly next: boolean;
};

export function toldSteps<K extends string, R extends ToldRecord<K>>(
  steps: readonly WayStep<K, R>[],
): readonly Told<K, R>[] {
  const next = steps.find(({ state }) => state === 'awaited' || state === 'late');
  return steps.map((step) => ({ ...step, next: step === next }));
}

/** A step for programs. */
export function presentStep<K extends string, R extends ToldRecord<K>>(
  step: Told<K, R>,
  obligatory: boolean,
) {
  return {
    kind: step.kind,
    state: step.state,
    obligatory,
    at: step.state === 'done' ? step.on : null,
    plannedBy: step.by,
    daysLate: step.daysLate,
    who: step.record?.post ?? null,
    facts: presentFacts(step.record?.facts ?? {}),
  };
}

/** Sums are in tiyn on record and in tenge outside. */
function presentFacts(told: Facts): Readonly<Record<string, unknown>> {
  const facts = Object.entries(told).map(([name, value]) =>
    name.endsWith('Tiyn')
      ? [
          name.slice(0, -'Tiyn'.length),
          value === null ? null : { amount: formatTenge(BigInt(value)), currency: 'KZT' },
        ]
      : [name, value],
  );
  return Object.fromEntries(facts) as Record<string, unknown>;
}
