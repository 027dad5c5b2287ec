import { isObligatoryStep, trailOf, type TrailStep } from '#rules/implementation/trail.js';
import { formatTenge } from '#rules/kernel/money.js';
import type { TrailRecordRow, TrailRow } from '#features/budget/trail/trail-row.js';

/** Steps with what the records say of them. */
export type ToldStep = TrailStep & {
  readonly record: TrailRecordRow | null;
  readonly next: boolean;
};

/** The way of a project, step by step; the first one awaited is what comes next. */
export function stepsOf({ records, plans, endedAfter, today }: TrailRow): readonly ToldStep[] {
  const steps = trailOf(records, plans, endedAfter, today);
  const next = steps.find(({ state }) => state === 'awaited' || state === 'late');
  return steps.map((step) => ({
    ...step,
    record: records.find(({ kind }) => kind === step.kind) ?? null,
    next: step === next,
  }));
}

/** The trail for programs. */
export function presentTrail(project: { id: string; number: string | null }, row: TrailRow) {
  return {
    project: project.id,
    number: project.number,
    endedAfter: row.endedAfter,
    steps: stepsOf(row).map((step) => ({
      kind: step.kind,
      state: step.state,
      obligatory: isObligatoryStep(step.kind),
      at: step.state === 'done' ? step.on : null,
      plannedBy: step.by,
      daysLate: step.daysLate,
      who: step.record?.post ?? null,
      facts: factsOf(step.record),
    })),
    residents: row.residents,
    fate: row.fate,
  };
}

/** Sums are in tiyn on record and in tenge outside. */
function factsOf(record: TrailRecordRow | null): Readonly<Record<string, unknown>> {
  const facts = Object.entries(record?.facts ?? {}).map(([name, value]) =>
    name.endsWith('Tiyn')
      ? [
          name.slice(0, -'Tiyn'.length),
          value === null ? null : { amount: formatTenge(BigInt(value)), currency: 'KZT' },
        ]
      : [name, value],
  );
  return Object.fromEntries(facts) as Record<string, unknown>;
}
