import { ruleSpec, type RuleSpec, type Ties } from '#rules/tally/rule-spec.js';
import type { StoredCount } from './stored-count.js';
import type { TrialRule } from './trial-round.js';

/**
 * The rule that a result is shown beside: a proportional count beside one by votes, and the other
 * way round.
 *
 * @example of a count by equal shares → greedy, satisfaction cost
 */
export function counterpartOf({ rule, minimumVotes }: StoredCount): TrialRule {
  const ties = tiesOfTrial(rule);
  const other =
    rule.name === 'greedy'
      ? ruleSpec({ name: 'equal-shares', completion: 'add1u', ties })
      : ruleSpec({ name: 'greedy', ties });
  return { rule: other, minimumVotes };
}

/** A trial draws no lots: where the round would, equals are told apart by their number. */
export function tiesOfTrial({ ties }: RuleSpec): Ties {
  return ties === 'refuse' ? 'id' : ties;
}
