export const RULES = ['greedy', 'equal-shares', 'phragmen'] as const;
export type RuleName = (typeof RULES)[number];

export const SATISFACTIONS = ['cost', 'cardinality'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

export const COMPLETIONS = ['none', 'utilitarian', 'add1', 'add1u', 'add1x', 'add1xu'] as const;
export type Completion = (typeof COMPLETIONS)[number];

/** How equals are told apart; `refuse` makes an unresolved tie the result. */
export type Ties = 'refuse' | 'id' | 'cost-votes-id' | `lottery:${string}`;

/** A rule with everything that it needs to give one answer. */
export interface RuleSpec {
  readonly name: RuleName;
  /** What a voter has of a project she chose: its money, or its being there. */
  readonly satisfaction: Satisfaction;
  /** What becomes of money that equal shares leave over; `none` for the other rules. */
  readonly completion: Completion;
  readonly ties: Ties;
  /** Phragmén when a project due next is dearer than what is left: end there, or pass it over. */
  readonly overspending: 'stop' | 'skip';
}

/**
 * A rule with what is customary where nothing is said.
 *
 * @example ruleSpec({ name: 'greedy' }) // satisfaction cost, no completion, ties refuse
 */
export function ruleSpec(said: Pick<RuleSpec, 'name'> & Partial<RuleSpec>): RuleSpec {
  return {
    satisfaction: 'cost',
    completion: 'none',
    ties: 'refuse',
    overspending: 'stop',
    ...said,
  };
}

/** Is this text a way to break ties? `lottery:` needs a seed. */
export function isTies(text: string): text is Ties {
  return ['refuse', 'id', 'cost-votes-id'].includes(text) || /^lottery:./s.test(text);
}
