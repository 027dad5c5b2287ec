import type { SettledProject } from '#features/participation/results/settled-result.js';
import type { TallyStudy } from '#features/participation/results/tally-study.js';
import type { Wording } from '#platform/views/wording.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';

export interface Searched {
  readonly rule: RuleSpec;
  readonly study: TallyStudy;
}

/** How what was missing was found, or why it is not told: greedy counts tell it at once. */
export function searchNote(
  say: Wording,
  { counterfactual, reason, strike }: SettledProject,
  { rule, study }: Searched,
): string | null {
  const isAsked = reason && !strike && !['WON', 'WITHDRAWN'].includes(reason.outcome);
  if (!isAsked || rule.name === 'greedy') return null;
  if (counterfactual) return say.t('counting.lack.found');
  return say.t(study.lacks ? 'counting.lack.unknown' : 'counting.lack.pending');
}
