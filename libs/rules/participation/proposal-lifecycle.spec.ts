import { describe, expect, it } from '@jest/globals';
import { statesReachableFrom } from '#rules/kernel/transition-table.js';
import {
  PROPOSAL_LIFECYCLE,
  PROPOSAL_STATES,
  type ProposalAct,
  type ProposalState,
  isEditableByAuthor,
  isFinalState,
  nextState,
  possibleActs,
} from './proposal-lifecycle.js';

function walk(acts: readonly ProposalAct[]): ProposalState {
  return acts.reduce<ProposalState>(nextState, 'draft');
}

describe('the life of a proposal', () => {
  it('reaches every state, and only final ones lead nowhere', () => {
    expect([...statesReachableFrom(PROPOSAL_LIFECYCLE, 'draft')].toSorted()).toEqual(
      PROPOSAL_STATES.toSorted(),
    );
    expect(PROPOSAL_STATES.filter(isFinalState)).toEqual([
      'winner',
      'not-selected',
      'refused',
      'withdrawn',
      'lapsed',
    ]);
  });

  it('can be withdrawn from every state that is not final', () => {
    for (const state of PROPOSAL_STATES.filter((one) => !isFinalState(one))) {
      expect(nextState(state, 'withdraw')).toBe('withdrawn');
    }
  });

  it.each<[readonly ProposalAct[], ProposalState]>([
    [['submit', 'accept', 'estimate', 'admit', 'select'], 'winner'],
    [['submit', 'return', 'submit', 'accept', 'estimate', 'admit', 'pass-over'], 'not-selected'],
    [['submit', 'refuse-provisionally', 'appeal', 'admit'], 'admitted'],
    [['submit', 'accept', 'refuse-provisionally', 'appeal', 'uphold-refusal'], 'refused'],
    [['submit', 'accept', 'refuse-provisionally', 'confirm-refusal'], 'refused'],
    [['submit', 'admit'], 'admitted'],
    [['submit', 'return', 'lapse'], 'lapsed'],
  ])('%j → %s', (acts, state) => {
    expect(walk(acts)).toBe(state);
  });

  it('never refuses without a provisional refusal first', () => {
    for (const state of PROPOSAL_STATES) {
      const leadsToRefused = possibleActs(state).some((act) => nextState(state, act) === 'refused');
      expect(leadsToRefused).toBe(['provisionally-refused', 'appealed'].includes(state));
    }
  });

  it('refuses an act that the state does not allow and says what is possible', () => {
    expect(() => nextState('refused', 'admit')).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        code: 'proposal.act_not_possible',
        details: { state: 'refused', act: 'admit', possible: [] },
      }),
    );
    expect(possibleActs('appealed')).toEqual(['admit', 'uphold-refusal', 'withdraw']);
  });

  it('is edited by its author only as a draft or when returned', () => {
    expect(PROPOSAL_STATES.filter(isEditableByAuthor)).toEqual(['draft', 'returned']);
  });
});
