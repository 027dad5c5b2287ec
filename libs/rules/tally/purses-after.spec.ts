import { describe, expect, it } from '@jest/globals';
import { buildElection } from './build-election.js';
import { countElection } from './count.js';
import { pursesAfter } from './purses-after.js';
import { ruleSpec, type RuleSpec } from './rule-spec.js';

/** Ten voters with 10 each: the park and the well share supporters, the stage has its own. */
const election = buildElection({
  voteType: 'approval',
  budget: 100n,
  scale: 0,
  projects: [
    { id: 'park', cost: 40n },
    { id: 'well', cost: 30n },
    { id: 'stage', cost: 30n },
    { id: 'tower', cost: 90n },
  ],
  ballots: [
    { votes: [{ project: 'park' }, { project: 'well' }], voters: 5 },
    { votes: [{ project: 'park' }, { project: 'tower' }], voters: 1 },
    { votes: [{ project: 'stage' }], voters: 4 },
  ],
});

describe('A look into the purses of equal shares', () => {
  const outcomeBy = (rule: RuleSpec) => {
    const outcome = countElection(election, rule);
    if (outcome.kind === 'tie') throw new Error('There is no tie');
    return outcome;
  };
  const rule = ruleSpec({ name: 'equal-shares', ties: 'id' });

  it('tells who was near, and how many have nothing left', () => {
    const views = pursesAfter({
      election,
      outcome: outcomeBy(rule),
      satisfaction: 'cost',
      rivals: 2,
    });
    // The park takes 40/6 of each; the well's five then hold 5 · 10/3 < 30 and cannot pay.
    expect(views).toEqual([
      {
        project: 'park',
        payable: 3,
        rivals: [
          { project: 'well', effectiveVotes: 5 },
          { project: 'stage', effectiveVotes: 4 },
        ],
        empty: 0,
      },
      { project: 'stage', payable: 1, rivals: [], empty: 0 },
    ]);
  });

  it('names the purse that a completion raised, and what supporters held who could not pay', () => {
    const raised = outcomeBy(ruleSpec({ ...rule, completion: 'add1u' }));
    // 13 is the first whole purse of which 40/6 leaves the well's five 30 or more.
    expect(raised.purse).toEqual({ num: 13n, den: 1n });
    expect(raised.winners).toEqual(['park', 'well', 'stage']);
    const plain = outcomeBy(ruleSpec({ ...rule, completion: 'utilitarian' }));
    expect(plain.purse).toEqual({ num: 10n, den: 1n });
    expect(plain.reasons.get('tower')).toMatchObject({ outcome: 'NO_MONEY', held: 3n });
  });

  it('has nothing to show where the rule knows no purses', () => {
    const outcome = outcomeBy(ruleSpec({ name: 'greedy', ties: 'id' }));
    expect(pursesAfter({ election, outcome, satisfaction: 'cost', rivals: 2 })).toEqual([]);
  });
});
