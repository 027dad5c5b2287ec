import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BallotRule } from './ballot-rule.js';
import { type BallotPaper, type BallotVote, type PaperProject, assessBallot } from './ballot.js';

const CITY = '391000000';
const DISTRICT = '391010000';
const OTHER_DISTRICT = '391020000';

function project(number: number, changes: Partial<PaperProject> = {}): PaperProject {
  return { number, costTiyn: 100n, pot: CITY, isWithdrawn: false, ...changes };
}

function paper(rule: BallotRule): BallotPaper {
  return {
    rule,
    projects: new Map([
      ['a', project(3)],
      ['b', project(1)],
      ['c', project(2, { pot: DISTRICT, costTiyn: 300n })],
      ['d', project(4)],
      ['withdrawn', project(5, { isWithdrawn: true })],
      ['elsewhere', project(6, { pot: OTHER_DISTRICT })],
    ]),
    pots: new Map([
      [CITY, 250n],
      [DISTRICT, 300n],
    ]),
  };
}

const approval = paper({ kind: 'approval', min: 1, max: 3 });
const knapsack = paper({ kind: 'knapsack', min: 1 });
const cumulative = paper({ kind: 'cumulative', min: 1, points: 10, maxPerProject: 6 });
const ordinal = paper({ kind: 'ordinal', min: 1, max: 3 });
const scoring = paper({ kind: 'scoring', min: 1, maxPoints: 5 });

const choose = (...projects: readonly string[]): readonly BallotVote[] =>
  projects.map((key) => ({ project: key }));
const give = (points: Readonly<Record<string, number>>): readonly BallotVote[] =>
  Object.entries(points).map(([key, value]) => ({ project: key, points: value }));
const rank = (...projects: readonly string[]): readonly BallotVote[] =>
  projects.map((key, place) => ({ project: key, rank: place + 1 }));

function codesOf(votes: readonly BallotVote[], on: BallotPaper): readonly string[] {
  const assessment = assessBallot(votes, on);
  return assessment.valid ? [] : assessment.faults.map((fault) => fault.code);
}

describe('an approval ballot', () => {
  it('is stored by ascending numbers', () => {
    expect(assessBallot(choose('a', 'b', 'c'), approval)).toEqual({
      valid: true,
      choices: [1, 2, 3],
      points: [],
    });
  });

  it.each<[readonly string[], readonly string[]]>([
    [[], ['ballot.empty']],
    [['a'], []],
    [['a', 'b'], []],
    [['a', 'b', 'c'], []],
    [['a', 'b', 'c', 'd'], ['ballot.too_many']],
    [['a', 'a'], ['ballot.project_twice']],
    [['nothing'], ['ballot.unknown_project']],
    [['__proto__'], ['ballot.unknown_project']],
    [['withdrawn'], ['ballot.withdrawn_project']],
    [['elsewhere'], ['ballot.other_district']],
  ])('%j → %j', (projects, codes) => {
    expect(codesOf(choose(...projects), approval)).toEqual(codes);
  });

  it('names all faults at once', () => {
    expect(codesOf(choose('a', 'a', 'nothing', 'withdrawn', 'elsewhere'), approval)).toEqual([
      'ballot.unknown_project',
      'ballot.withdrawn_project',
      'ballot.other_district',
      'ballot.project_twice',
      'ballot.too_many',
    ]);
  });

  it('says by how many it is over', () => {
    const assessment = assessBallot(choose('a', 'b', 'c', 'd'), approval);
    expect(assessment).toMatchObject({ faults: [{ details: { max: 3, chosen: 4, over: 1 } }] });
  });

  it('may be blank only where the round allows it', () => {
    const blankAllowed = paper({ kind: 'approval', min: 0, max: 3 });
    expect(assessBallot([], blankAllowed)).toEqual({ valid: true, choices: [], points: [] });
  });

  it.each<[readonly string[], readonly string[]]>([
    [['a'], ['ballot.too_few']],
    [['a', 'b'], []],
  ])('with a minimum of two: %j → %j', (projects, codes) => {
    expect(codesOf(choose(...projects), paper({ kind: 'approval', min: 2, max: 3 }))).toEqual(
      codes,
    );
  });

  it('takes neither points nor ranks, lest somebody think that they count', () => {
    expect(codesOf([{ project: 'a', points: 3 }], approval)).toEqual(['ballot.points_not_asked']);
    expect(codesOf([{ project: 'a', rank: 1 }], approval)).toEqual(['ballot.rank_not_asked']);
  });
});

describe('a knapsack ballot', () => {
  it('is limited by the money of each pot', () => {
    expect(codesOf(choose('a', 'b', 'c'), knapsack)).toEqual([]);
    expect(assessBallot(choose('a', 'b', 'd', 'c'), knapsack)).toEqual({
      valid: false,
      faults: [
        {
          code: 'ballot.over_budget',
          field: 'votes',
          details: { pot: CITY, amountTiyn: '250', missingTiyn: '50' },
        },
      ],
    });
  });

  it.each([
    [299n, ['ballot.over_budget']],
    [300n, []],
    [301n, []],
  ])('in a pot of %s', (amount, codes) => {
    const pots = new Map([[DISTRICT, amount]]);
    expect(codesOf(choose('c'), { ...knapsack, pots })).toEqual(codes);
  });
});

describe('a cumulative ballot', () => {
  it('keeps the points beside the numbers', () => {
    expect(assessBallot(give({ a: 6, b: 1, c: 3 }), cumulative)).toEqual({
      valid: true,
      choices: [1, 2, 3],
      points: [1, 3, 6],
    });
  });

  it('leaves out what got nothing', () => {
    expect(assessBallot(give({ a: 0, b: 4 }), cumulative)).toEqual({
      valid: true,
      choices: [1],
      points: [4],
    });
    expect(codesOf(give({ a: 0 }), cumulative)).toEqual(['ballot.empty']);
  });

  it.each<[Readonly<Record<string, number>>, readonly string[]]>([
    [{ a: 5, b: 5 }, []],
    [{ a: 6, b: 4 }, []],
    [{ a: 6, b: 5 }, ['ballot.points_above_total']],
    [{ a: 7 }, ['ballot.points_above_project_limit']],
    [{ a: -1 }, ['ballot.points_not_whole']],
    [{ a: 1.5 }, ['ballot.points_not_whole']],
    [{ a: Number.NaN }, ['ballot.points_not_whole']],
    [{ a: 1e300 }, ['ballot.points_not_whole']],
  ])('%j → %j', (points, codes) => {
    expect(codesOf(give(points), cumulative)).toEqual(codes);
  });

  it('asks for points', () => {
    expect(codesOf(choose('a'), cumulative)).toEqual(['ballot.points_missing']);
  });
});

describe('an ordinal ballot', () => {
  it('is stored in the sequence of preference', () => {
    expect(assessBallot(rank('a', 'c', 'b'), ordinal)).toEqual({
      valid: true,
      choices: [3, 2, 1],
      points: [],
    });
  });

  it('goes by the ranks and not by the sequence of sending', () => {
    expect(assessBallot(rank('a', 'c', 'b').toReversed(), ordinal)).toMatchObject({
      choices: [3, 2, 1],
    });
  });

  it.each<[readonly number[], readonly string[]]>([
    [[1, 2], []],
    [[1, 1], ['ballot.ranks_not_in_sequence']],
    [[1, 3], ['ballot.ranks_not_in_sequence']],
    [[0, 1], ['ballot.ranks_not_in_sequence']],
    [[1.5, 1], ['ballot.ranks_not_in_sequence']],
  ])('ranks %j → %j', ([first, second], codes) => {
    const votes = [
      { project: 'a', rank: first! },
      { project: 'b', rank: second! },
    ];
    expect(codesOf(votes, ordinal)).toEqual(codes);
  });

  it('asks for ranks and keeps to its maximum', () => {
    expect(codesOf(choose('a'), ordinal)).toEqual(['ballot.rank_missing']);
    expect(codesOf(rank('a', 'b', 'c', 'd'), ordinal)).toEqual(['ballot.too_many']);
  });
});

describe('a scoring ballot', () => {
  it.each([
    [0, []],
    [5, []],
    [6, ['ballot.points_above_project_limit']],
    [-1, ['ballot.points_not_whole']],
  ])('grade %d → %j', (points, codes) => {
    expect(codesOf(give({ a: points }), scoring)).toEqual(codes);
  });

  it('keeps a grade of 0', () => {
    expect(assessBallot(give({ a: 0, b: 5 }), scoring)).toMatchObject({
      choices: [1, 3],
      points: [5, 0],
    });
  });
});

describe('any ballot', () => {
  const anyVote = fc.record(
    {
      project: fc.constantFrom('a', 'b', 'c', 'd', 'withdrawn', 'elsewhere', 'nothing'),
      points: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double()),
      rank: fc.oneof(fc.integer({ min: -1, max: 5 }), fc.double()),
    },
    { requiredKeys: ['project'] },
  );
  const anyPaper = fc.constantFrom(approval, knapsack, cumulative, ordinal, scoring);

  it('is either refused with a reason or keeps every limit', () => {
    fc.assert(
      fc.property(fc.array(anyVote, { maxLength: 6 }), anyPaper, (votes, on) => {
        const assessment = assessBallot(votes, on);
        if (!assessment.valid) return expect(assessment.faults.length).toBeGreaterThan(0);
        expect(new Set(assessment.choices).size).toBe(assessment.choices.length);
        expect([0, assessment.choices.length]).toContain(assessment.points.length);
        expect(assessment.choices.every((number) => number >= 1 && number <= 4)).toBe(true);
      }),
    );
  });

  it('does not depend on the sequence of sending', () => {
    const shuffled = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
      .chain((keys) =>
        fc.tuple(fc.constant(keys), fc.shuffledSubarray(keys, { minLength: keys.length })),
      );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(assessBallot(choose(...one), approval)).toEqual(
          assessBallot(choose(...other), approval),
        );
      }),
    );
  });
});
