import type { SettledPot, SettledProject } from '#features/participation/results/settled-result.js';
import type { TallyStudy } from '#features/participation/results/tally-study.js';
import type { StoredCount } from '#features/participation/results/stored-count.js';
import type { Wording } from '#platform/views/wording.js';
import { shownSteps } from './pot-steps.js';
import { stepLines } from './step-words.js';

export interface OwnStep {
  readonly count: StoredCount;
  readonly study: TallyStudy;
  readonly pot: SettledPot;
  readonly project: SettledProject;
}

/** What one project's purchase was like; nothing where it was looked at by votes, or never. */
export function ownStepLines(
  say: Wording,
  { count, study, pot, project }: OwnStep,
): readonly string[] {
  const place = count.pots.findIndex(({ territory }) => territory === pot.territory);
  const steps = shownSteps(pot, study.purses?.[place] ?? []);
  const own = steps.find(({ step }) => step.project === project.id && step.kind !== 'greedy');
  return own ? stepLines(say, own, count.voteType) : [];
}
