import type { SettledPot, SettledProject } from '#features/participation/results/settled-result.js';
import type { StoredStep } from '#features/participation/results/stored-count.js';
import { parseFraction } from '#rules/kernel/fraction.js';
import type { PurseView } from '#rules/tally/purses-after.js';

/** One step of a count with everything that is told of it. */
export interface ShownStep {
  /** From 1. */
  readonly turn: number;
  readonly step: StoredStep;
  readonly project: SettledProject;
  readonly isTaken: boolean;
  /** Equal shares, once it was worked out: what the step was like for the voters. */
  readonly view: PurseView | null;
  /** Left after it: in all purses together while projects are bought, else of the budget. */
  readonly leftTiyn: bigint;
  /** The first step of a completion. */
  readonly beginsCompletion: boolean;
}

/** The steps of a pot's count with what was left after each. */
export function shownSteps(pot: SettledPot, views: readonly PurseView[]): readonly ShownStep[] {
  const projects = new Map(pot.settled.map((project) => [project.id, project]));
  const viewOf = new Map(views.map((view) => [view.project, view]));
  let inPurses = allPurses(pot);
  return pot.steps.map((step, place) => {
    const isTaken = !('taken' in step) || step.taken;
    const paid = isTaken ? BigInt(step.cost) : 0n;
    inPurses -= paid;
    const isPurchase = step.kind === 'equal-shares';
    return {
      turn: place + 1,
      step,
      project: projects.get(step.project)!,
      isTaken,
      view: viewOf.get(step.project) ?? null,
      leftTiyn: isPurchase ? inPurses : BigInt(step.left) - paid,
      beginsCompletion: !isPurchase && pot.steps[place - 1]?.kind === 'equal-shares',
    };
  });
}

/** What all voters held together at first. */
function allPurses({ purse, voters }: SettledPot): bigint {
  if (!purse) return 0n;
  const { num, den } = parseFraction(purse);
  return (num * BigInt(voters)) / den;
}
