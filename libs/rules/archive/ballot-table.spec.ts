import { describe, expect, it } from '@jest/globals';
import { BallotTable } from './ballot-table.js';

function tableOf(lines: readonly string[]): { rows: string[]; table: BallotTable } {
  const table = new BallotTable();
  const rows = lines.flatMap((line) => table.rowOf(line) ?? []);
  return { rows: rows.map((row) => row.trimEnd()), table };
}

function election(voteType: string, votes: readonly string[]): string[] {
  return [
    'META',
    'key;value',
    `vote_type;${voteType}`,
    'PROJECTS',
    'project_id;cost;name',
    '01;5;"a; b"',
    '02;7;VOTES',
    '10;9;c',
    'VOTES',
    ...votes,
  ];
}

describe('ballots as a table', () => {
  it('have a column for each project, filled where it was chosen', () => {
    const { rows, table } = tableOf(
      election('approval', ['voter_id;vote', 'a;10,01', 'b;', 'c;"02"']),
    );
    expect(rows).toEqual(['voter_id,01,02,10', 'a,1,,1', 'b,,,', 'c,,1,']);
    expect(table.columns).toEqual(['voter_id', '01', '02', '10']);
    expect(table.lastVoter).toBe('c');
  });

  it('hold the points that were given', () => {
    const { rows } = tableOf(election('cumulative', ['voter_id;vote;points', 'a;10,01;7,3']));
    expect(rows[1]).toBe('a,3,,7');
  });

  it('give most points to the first of a ranking', () => {
    const { rows } = tableOf(election('ordinal', ['voter_id;vote', 'a;10,01,02', 'b;02']));
    expect(rows.slice(1)).toEqual(['a,2,1,3', 'b,,1,']);
  });
});
