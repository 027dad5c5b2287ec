import { budgetDaysOf, lastDayOf } from '#rules/budgets/budget-days.js';
import { budgetTierOf } from '#rules/budgets/budget-tier.js';
import {
  type TrailPlan,
  type TrailStep,
  type TrailStepKind,
  trailOf,
} from '#rules/implementation/trail.js';
import type { TrailProjectRow, TrailRow } from '#features/budget/trail/trail.reader.js';

/** The steps of a trail: those on record, those awaited with their last days, those missing. */
export function stepsOf({ project, records }: TrailRow): readonly TrailStep[] {
  return trailOf(records, plansOf(project), endOf(project), project.today);
}

function plansOf(project: TrailProjectRow): readonly TrailPlan[] {
  return [
    { kind: 'admitted', by: project.reviewBy },
    { kind: 'voted', by: project.votingBy },
    { kind: 'chosen', by: project.decisionBy },
    ...budgetPlans(project),
    ...(project.plannedBy === null ? [] : [{ kind: 'accepted', by: project.plannedBy } as const]),
  ];
}

/** Estimates of winners go into the budget of the year after (PR p. 84). */
function budgetPlans(project: TrailProjectRow): readonly TrailPlan[] {
  const tier = project.tier ?? budgetTierOf(project.level);
  if (tier === null || project.publishedOn === null) return [];
  const year = project.budgetYear ?? Number(project.publishedOn.slice(0, 4)) + 1;
  const acts = { higherSignedOn: project.higherSignedOn, approvedOn: null };
  const days = budgetDaysOf(tier, year, acts);
  const [requested, adopted] = [lastDayOf('maslikhat', days), lastDayOf('approval', days)];
  return [
    ...(requested === null ? [] : [{ kind: 'requested', by: requested } as const]),
    ...(adopted === null ? [] : [{ kind: 'adopted', by: adopted } as const]),
  ];
}

/** A way that ended awaits nothing after its last step. */
function endOf({ state }: TrailProjectRow): TrailStepKind | null {
  if (state === 'not-selected') return 'voted';
  return ['refused', 'withdrawn'].includes(state) ? 'proposed' : null;
}
