import {
  type TransitionTable,
  actsIn,
  isFinalIn,
  nextStateIn,
} from '#rules/kernel/transition-table.js';

/** States of a local budget; texts for people are `budgets.states.<code>`. */
export const BUDGET_STATES = ['draft', 'agreed', 'submitted', 'returned', 'adopted'] as const;

export type BudgetState = (typeof BUDGET_STATES)[number];

export type BudgetAct = 'agree' | 'edit' | 'submit' | 'return' | 'adopt' | 'amend' | 'refine';

/**
 * The way of a budget: drafted, agreed by the assembly where there is one, submitted to the
 * maslikhat, amended there, returned with reasons or adopted; an adopted one changes only by a
 * refinement (нақтылау), which is a decision of its own. A change of an agreed draft asks the
 * assembly again.
 *
 * @law BC arts. 86–93; LSG art. 39-3 (`law.md` 4.2)
 */
export const BUDGET_LIFECYCLE: TransitionTable<BudgetState, BudgetAct> = {
  draft: { edit: 'draft', agree: 'agreed', submit: 'submitted' },
  agreed: { edit: 'draft', submit: 'submitted' },
  submitted: { amend: 'submitted', return: 'returned', adopt: 'adopted' },
  returned: { edit: 'draft' },
  adopted: { refine: 'adopted' },
};

/**
 * The state after an act.
 *
 * @throws DomainError conflict `budget.act_not_possible` with the acts that are possible instead
 * @example nextBudgetState('adopted', 'refine') // → 'adopted'
 */
export function nextBudgetState(state: BudgetState, act: BudgetAct): BudgetState {
  return nextStateIn(BUDGET_LIFECYCLE, { state, act, refusal: 'budget.act_not_possible' });
}

/** `possibleBudgetActs('adopted') // → ['refine']` */
export function possibleBudgetActs(state: BudgetState): readonly BudgetAct[] {
  return actsIn(BUDGET_LIFECYCLE, state);
}

/** Does nothing lead out of this state? */
export function isFinalBudgetState(state: BudgetState): boolean {
  return isFinalIn(BUDGET_LIFECYCLE, state);
}
