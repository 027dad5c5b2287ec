import type {
  MotionRow,
  QuarantineRow,
} from '#features/participation/results/quarantine/quarantine-row.js';
import { presentInstant } from '../instant.js';

/** Batches of suspicious ballots as programs see them; who acted stands in the audit trail. */
export function presentQuarantines(rows: readonly QuarantineRow[]) {
  return rows.map(({ motions, ...batch }) => ({ ...batch, motions: motions.map(presentMotion) }));
}

export type QuarantineView = ReturnType<typeof presentQuarantines>[number];

function presentMotion({ movedAt, decision, ...motion }: MotionRow) {
  return {
    ...motion,
    movedAt: presentInstant(movedAt),
    decision: decision && { ...decision, decidedAt: presentInstant(decision.decidedAt) },
  };
}
