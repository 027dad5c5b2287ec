import type { TrailRow } from '#features/budget/trail/trail.reader.js';
import { presentMoney } from '../money.js';
import { stepsOf } from './trail-steps.js';

/** The trail for programs: every step that is on record, awaited, late or missing. */
export function presentTrail(row: TrailRow) {
  const { id, number, state, title, territory, territoryName, roundId } = row.project;
  return {
    project: { id, number, state, title, round: roundId },
    territory: { kato: territory, name: territoryName },
    steps: stepsOf(row).map((step) => {
      const record = row.records.find(({ kind }) => kind === step.kind);
      const { costTiyn, paidTiyn, ...facts } = record?.facts ?? {};
      return {
        kind: step.kind,
        state: step.state,
        at: step.state === 'done' ? step.on : null,
        plannedBy: step.by,
        delayDays: step.daysLate,
        by: record?.who ?? null,
        document: record?.document ?? null,
        facts: {
          ...facts,
          ...(costTiyn ? { cost: presentMoney(BigInt(costTiyn)) } : {}),
          ...(paidTiyn ? { paid: presentMoney(BigInt(paidTiyn)) } : {}),
        },
      };
    }),
    residents: { built: row.voices.built, notSo: row.voices.notSo },
    fate: row.voices.fate,
  };
}

export type TrailView = ReturnType<typeof presentTrail>;
