import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VOTE_TYPES, type VoteType } from '../election.js';
import type { ReadingMode } from './findings.js';
import { PlainBallot } from './plain-ballot.js';
import { ProjectIds } from './project-ids.js';
import { readPabulibText } from './read-pabulib.js';

const IDS = ['7', '9', '2023/OKS/0004', 'Ә-1', 'none', '10'];

describe('A ballot in which nothing is odd', () => {
  it.each([
    ['a;9,7', [1, 0], 'ids in any sequence'],
    ['a;2023/OKS/0004', [2], 'ids as text'],
    ['a;Ә-1,none', [3, 4], 'any letters'],
  ])('%s is taken at once: %j, %s', (row, choices) => {
    const ballot = aBallot();
    expect(ballot.read(row, 0, row.length)).toBe(true);
    expect([...ballot.choices.subarray(0, ballot.size)]).toEqual(choices);
  });

  it.each([
    ['a;8', 'an unknown project'],
    ['a;7,7', 'a project twice'],
    ['a;7,', 'an id of no letters'],
    ['a; 7', 'a space'],
    ['a;', 'no choice'],
    [';7', 'no voter'],
    ['a', 'a field too few'],
    ['a;7;', 'a field too many'],
    ['a;"7"', 'a quote'],
    ['a;7,9,10,none', 'more than the longest'],
  ])('%s is left to who can tell what is meant: %s', (row) => {
    expect(aBallot().read(row, 0, row.length)).toBe(false);
  });

  it('is read from the middle of a text as if it stood alone', () => {
    const ballot = aBallot();
    expect(ballot.read('x;7\na;9\nb;10', 4, 7)).toBe(true);
    expect(ballot.choices[0]).toBe(1);
    expect(ballot.field('x;7\na;9\nb;10', 0)).toBe('a');
  });
});

describe('Reading at once', () => {
  it('gives what reading with care gives: quoted voter ids are read with care', () => {
    fc.assert(
      fc.property(files(), fc.constantFrom<ReadingMode>('lenient', 'strict'), (file, mode) => {
        const options = { mode, keepDistricts: true };
        const withCare = { ...file, rows: file.rows.map((row) => row.replace(/^[^;]*/, '"$&"')) };
        expect(readPabulibText(textOf(file), options)).toEqual(
          readPabulibText(textOf(withCare), options),
        );
      }),
      { numRuns: 400 },
    );
  });
});

function aBallot(): PlainBallot {
  const positions = new Map(IDS.map((id, position) => [id, position]));
  return new PlainBallot(IDS.length, new ProjectIds(positions), {
    width: 2,
    places: { voter: 0, vote: 1, points: -1, district: -1 },
    limits: { shortest: 1, longest: 3, pointsInAll: Infinity },
  });
}

interface Written {
  readonly voteType: VoteType;
  readonly rows: readonly string[];
}

function files(): fc.Arbitrary<Written> {
  const id = mostly(IDS, ['8', '', ' 7', '007']);
  const points = mostly(['1', '2', '10'], ['0', '3.0', '-1', 'x', '', '1000000001']);
  const row = fc.record({
    voter: mostly(['a', 'b', 'c', 'd', 'e', 'f'], ['', ' ', ' g']),
    choices: fc.array(fc.tuple(id, points), { maxLength: 4 }),
    more: mostly([';North'], [';', '', ';North;x', ',3;North']),
  });
  const written = row.map(({ voter, choices, more }) => {
    const [votes, given] = [0, 1].map((at) => choices.map((choice) => choice[at]).join());
    return `${voter};${votes};${given}${more}`;
  });
  return fc.record({
    voteType: fc.constantFrom(...VOTE_TYPES),
    rows: fc.array(written, { maxLength: 8 }),
  });
}

function mostly(usual: readonly string[], odd: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
}

function textOf({ voteType, rows }: Written): string {
  return [
    'META\nkey;value\ndescription;A village\ncountry;Kazakhstan\nunit;Aqbulaq\ninstance;2026',
    `num_projects;6\nnum_votes;${rows.length}\nbudget;1000\nvote_type;${voteType}`,
    'min_length;2\nmax_length;3\nmax_sum_points;12\nrule;greedy\ndate_begin;2026\ndate_end;2026',
    'PROJECTS\nproject_id;cost',
    ...IDS.map((id) => `${id};100`),
    'VOTES\nvoter_id;vote;points;neighborhood',
    ...rows,
  ].join('\n');
}
