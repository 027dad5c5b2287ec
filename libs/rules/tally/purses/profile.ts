import type { Election } from '../election.js';

/**
 * Who supports what, in flat arrays: the ballots of a voter group and the groups behind a
 * project are both one stretch of memory.
 */
export interface Profile {
  readonly voters: number;
  /** Voters in each group of equal ballots. */
  readonly weights: Float64Array;
  /** Choices of group g: from `ballotStarts[g]` to `ballotStarts[g + 1]`. */
  readonly ballotStarts: Uint32Array;
  readonly choices: Uint32Array;
  readonly choicePoints: Float64Array;
  /** Supporters of project c: from `supportStarts[c]` to `supportStarts[c + 1]`. */
  readonly supportStarts: Uint32Array;
  readonly supporters: Uint32Array;
  readonly supportPoints: Float64Array;
  /** 0, 1, 2, … one for each supporter of a project, to be copied. */
  readonly places: Uint32Array;
  readonly mostPoints: number;
}

/** Lays an election out flat; empty ballots count among the voters and nowhere else. */
export function profileOf(election: Election): Profile {
  const { ballots, projects } = election;
  const size = ballots.reduce((sum, ballot) => sum + ballot.choices.length, 0);
  const side = {
    ballotStarts: new Uint32Array(ballots.length + 1),
    choices: new Uint32Array(size),
    choicePoints: new Float64Array(size).fill(1),
  };
  let at = 0;
  for (const [group, { choices, points }] of ballots.entries()) {
    side.choices.set(choices, at);
    if (points) side.choicePoints.set(points, at);
    at += choices.length;
    side.ballotStarts[group + 1] = at;
  }
  return {
    voters: ballots.reduce((sum, ballot) => sum + ballot.voters, 0),
    weights: Float64Array.from(ballots, (ballot) => ballot.voters),
    ...side,
    ...turnedRound(side, projects.length),
    places: new Uint32Array(size).map((_, place) => place),
    mostPoints: side.choicePoints.reduce((most, points) => Math.max(most, points), 1),
  };
}

type BallotSide = Pick<Profile, 'ballotStarts' | 'choices' | 'choicePoints'>;
type SupportSide = Pick<Profile, 'supportStarts' | 'supporters' | 'supportPoints'>;

function turnedRound(
  { ballotStarts, choices, choicePoints }: BallotSide,
  projects: number,
): SupportSide {
  const supportStarts = new Uint32Array(projects + 1);
  for (const project of choices) supportStarts[project + 1]!++;
  for (let project = 0; project < projects; project++) {
    supportStarts[project + 1]! += supportStarts[project]!;
  }
  const next = supportStarts.slice();
  const supporters = new Uint32Array(choices.length);
  const supportPoints = new Float64Array(choices.length);
  for (let group = 0; group + 1 < ballotStarts.length; group++) {
    for (let at = ballotStarts[group]!; at < ballotStarts[group + 1]!; at++) {
      const place = next[choices[at]!]!++;
      supporters[place] = group;
      supportPoints[place] = choicePoints[at]!;
    }
  }
  return { supportStarts, supporters, supportPoints };
}
