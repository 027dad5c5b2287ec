import { tiesOfTrial } from '#features/participation/results/counterpart.js';
import type { StoredCount } from '#features/participation/results/stored-count.js';
import type { TrialRule } from '#features/participation/results/trial-round.js';
import {
  COMPLETIONS,
  RULES,
  ruleSpec,
  SATISFACTIONS,
  type Completion,
  type RuleName,
  type Satisfaction,
} from '#rules/tally/rule-spec.js';

const MOST_VOTES = 1_000_000;

/** The form as it was sent or stands at first; `minimum` as it was typed. */
export interface TrialForm {
  readonly name: RuleName;
  readonly satisfaction: Satisfaction;
  readonly completion: Completion;
  readonly minimum: string;
  /** Was it sent? */
  readonly isAsked: boolean;
}

/** Reads the query of the page; what it does not say stands as in the offered rule. */
export function trialFormIn(
  query: Readonly<Record<string, unknown>>,
  offered: TrialRule,
): TrialForm {
  const { rule, minimumVotes } = offered;
  const { minimum } = query;
  return {
    name: RULES.find((known) => known === query['rule']) ?? rule.name,
    satisfaction:
      SATISFACTIONS.find((known) => known === query['satisfaction']) ?? rule.satisfaction,
    completion:
      COMPLETIONS.find((known) => known === query['completion']) ?? offeredCompletion(rule),
    minimum: typeof minimum === 'string' ? minimum.trim().slice(0, 20) : String(minimumVotes),
    isAsked: query['rule'] !== undefined,
  };
}

/** What is asked for; null where the minimum is no whole number within bounds. */
export function trialRuleOf(
  { name, satisfaction, completion, minimum }: TrialForm,
  { rule }: Pick<StoredCount, 'rule'>,
): TrialRule | null {
  const minimumVotes = Number(minimum);
  if (!/^\d{1,7}$/.test(minimum) || minimumVotes > MOST_VOTES) return null;
  const only = name === 'equal-shares' ? { completion } : {};
  const told = name === 'phragmen' ? {} : { satisfaction };
  return { rule: ruleSpec({ name, ...told, ...only, ties: tiesOfTrial(rule) }), minimumVotes };
}

/** Where a rule has none, equal shares are tried with the completion that leaves least unspent. */
function offeredCompletion({ name, completion }: TrialRule['rule']): Completion {
  return name === 'equal-shares' ? completion : 'add1u';
}
