import { isObligatoryStep, trailOf, type TrailStepKind } from '#rules/implementation/trail.js';
import type { TrailRecordRow, TrailRow } from '#features/budget/trail/trail-row.js';
import { presentStep, type Told, toldSteps } from './told-steps.js';

/** Steps with what the records say of them. */
export type ToldStep = Told<TrailStepKind, TrailRecordRow>;

/** The way of a project, step by step. */
export function stepsOf({ records, plans, endedAfter, today }: TrailRow): readonly ToldStep[] {
  return toldSteps(trailOf(records, plans, endedAfter, today));
}

/** The trail for programs. */
export function presentTrail(project: { id: string; number: string | null }, row: TrailRow) {
  return {
    project: project.id,
    number: project.number,
    endedAfter: row.endedAfter,
    steps: stepsOf(row).map((step) => presentStep(step, isObligatoryStep(step.kind))),
    residents: row.residents,
    fate: row.fate,
  };
}
