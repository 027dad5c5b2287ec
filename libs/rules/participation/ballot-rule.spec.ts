import { describe, expect, it } from '@jest/globals';
import { type BallotRule, assessBallotRule } from './ballot-rule.js';

describe('assessBallotRule', () => {
  it.each<[BallotRule, readonly string[]]>([
    [{ kind: 'approval', min: 1, max: 3 }, []],
    [{ kind: 'approval', min: 3, max: 3 }, []],
    [{ kind: 'approval', min: 0, max: 1 }, []],
    [{ kind: 'approval', min: 4, max: 3 }, ['round.ballot_min_invalid']],
    [{ kind: 'approval', min: -1, max: 3 }, ['round.ballot_min_invalid']],
    [{ kind: 'approval', min: 1, max: 0 }, ['round.ballot_max_invalid']],
    [{ kind: 'approval', min: 1, max: 1.5 }, ['round.ballot_max_invalid']],
    [{ kind: 'approval', min: 1, max: 32_767 }, []],
    [{ kind: 'approval', min: 1, max: 32_768 }, ['round.ballot_max_invalid']],
    [
      { kind: 'ordinal', min: 1, max: Number.NaN },
      ['round.ballot_max_invalid', 'round.ballot_min_invalid'],
    ],
    [{ kind: 'knapsack', min: 1 }, []],
    [{ kind: 'knapsack', min: 0.5 }, ['round.ballot_min_invalid']],
    [{ kind: 'cumulative', min: 1, points: 10, maxPerProject: null }, []],
    [{ kind: 'cumulative', min: 1, points: 10, maxPerProject: 10 }, []],
    [
      { kind: 'cumulative', min: 1, points: 10, maxPerProject: 11 },
      ['round.ballot_max_per_project_invalid'],
    ],
    [
      { kind: 'cumulative', min: 1, points: 10, maxPerProject: 0 },
      ['round.ballot_max_per_project_invalid'],
    ],
    [
      { kind: 'cumulative', min: 1, points: 0, maxPerProject: null },
      ['round.ballot_points_invalid', 'round.ballot_max_per_project_invalid'],
    ],
    [{ kind: 'scoring', min: 1, maxPoints: 5 }, []],
    [{ kind: 'scoring', min: 1, maxPoints: 0 }, ['round.ballot_points_invalid']],
  ])('%j → %j', (rule, codes) => {
    expect(assessBallotRule(rule).map((fault) => fault.code)).toEqual(codes);
  });
});
