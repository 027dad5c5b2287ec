import {
  type TransitionTable,
  actsIn,
  isFinalIn,
  nextStateIn,
} from '#rules/kernel/transition-table.js';

/** States of a project proposal; texts for people are `states.<code>`. */
export const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'returned',
  'under-review',
  'estimated',
  'provisionally-refused',
  'appealed',
  'admitted',
  'winner',
  'not-selected',
  'refused',
  'withdrawn',
  'lapsed',
] as const;

export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Acts that move a proposal; each is a record of its own, and the state only follows it. */
export type ProposalAct =
  | 'submit'
  | 'return'
  | 'accept'
  | 'estimate'
  | 'admit'
  | 'refuse-provisionally'
  | 'appeal'
  | 'uphold-refusal'
  | 'confirm-refusal'
  | 'select'
  | 'pass-over'
  | 'withdraw'
  | 'lapse';

/**
 * The way of a proposal.
 *
 * Submitted, it is checked formally: returned to be corrected by a deadline, or accepted; then its
 * cost is estimated and the Expert Council decides. A Council that decides at once takes the check
 * and the estimate upon its decision. A first refusal is provisional: the author may object, and
 * another officer admits or upholds; without an objection in time the refusal is confirmed. What is
 * not submitted or corrected in time lapses. The author may withdraw until the result.
 */
export const PROPOSAL_LIFECYCLE: TransitionTable<ProposalState, ProposalAct> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn', lapse: 'lapsed' },
  submitted: {
    return: 'returned',
    accept: 'under-review',
    admit: 'admitted',
    'refuse-provisionally': 'provisionally-refused',
    withdraw: 'withdrawn',
  },
  returned: { submit: 'submitted', withdraw: 'withdrawn', lapse: 'lapsed' },
  'under-review': {
    return: 'returned',
    estimate: 'estimated',
    admit: 'admitted',
    'refuse-provisionally': 'provisionally-refused',
    withdraw: 'withdrawn',
  },
  estimated: {
    return: 'returned',
    estimate: 'estimated',
    admit: 'admitted',
    'refuse-provisionally': 'provisionally-refused',
    withdraw: 'withdrawn',
  },
  'provisionally-refused': {
    appeal: 'appealed',
    'confirm-refusal': 'refused',
    withdraw: 'withdrawn',
  },
  appealed: { admit: 'admitted', 'uphold-refusal': 'refused', withdraw: 'withdrawn' },
  admitted: { select: 'winner', 'pass-over': 'not-selected', withdraw: 'withdrawn' },
  winner: {},
  'not-selected': {},
  refused: {},
  withdrawn: {},
  lapsed: {},
};

/**
 * The state after an act.
 *
 * @throws DomainError conflict `proposal.act_not_possible` with the acts that are possible instead
 * @example nextState('draft', 'submit') // → 'submitted'
 */
export function nextState(state: ProposalState, act: ProposalAct): ProposalState {
  return nextStateIn(PROPOSAL_LIFECYCLE, { state, act, refusal: 'proposal.act_not_possible' });
}

/** Acts possible in a state: `possibleActs('appealed') // → ['admit', 'uphold-refusal', 'withdraw']` */
export function possibleActs(state: ProposalState): readonly ProposalAct[] {
  return actsIn(PROPOSAL_LIFECYCLE, state);
}

/** Does nothing lead out of this state? */
export function isFinalState(state: ProposalState): boolean {
  return isFinalIn(PROPOSAL_LIFECYCLE, state);
}

/** May the author change the text: before submitting and while it is returned to be corrected. */
export function isEditableByAuthor(state: ProposalState): boolean {
  return state === 'draft' || state === 'returned';
}
