import type { Ballot, Election } from '../election.js';

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
export function profileOf({ ballots, projects }: Election): Profile {
  const size = ballots.reduce((sum, ballot) => sum + ballot.choices.length, 0);
  const side = ballotSideOf(ballots, size);
  const weights = new Float64Array(ballots.length);
  for (let group = 0; group < ballots.length; group++) weights[group] = ballots[group]!.voters;
  const places = new Uint32Array(size);
  for (let place = 0; place < size; place++) places[place] = place;
  return {
    voters: ballots.reduce((sum, ballot) => sum + ballot.voters, 0),
    weights,
    ...side,
    ...turnedRound(side, projects.length),
    places,
  };
}

type BallotSide = Pick<Profile, 'ballotStarts' | 'choices' | 'choicePoints' | 'mostPoints'>;
type SupportSide = Pick<Profile, 'supportStarts' | 'supporters' | 'supportPoints'>;

function ballotSideOf(ballots: readonly Ballot[], size: number): BallotSide {
  const ballotStarts = new Uint32Array(ballots.length + 1);
  const choices = new Uint32Array(size);
  const choicePoints = new Float64Array(size);
  let [at, mostPoints] = [0, 1];
  for (let group = 0; group < ballots.length; group++) {
    const ballot = ballots[group]!;
    for (let place = 0; place < ballot.choices.length; place++, at++) {
      const given = ballot.points === undefined ? 1 : ballot.points[place]!;
      choices[at] = ballot.choices[place]!;
      choicePoints[at] = given;
      if (given > mostPoints) mostPoints = given;
    }
    ballotStarts[group + 1] = at;
  }
  return { ballotStarts, choices, choicePoints, mostPoints };
}

/** The same from the projects' side. */
function turnedRound(
  { ballotStarts, choices, choicePoints }: BallotSide,
  projects: number,
): SupportSide {
  const supportStarts = startsOf(choices, projects);
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

function startsOf(choices: Uint32Array, projects: number): Uint32Array {
  const starts = new Uint32Array(projects + 1);
  for (let at = 0; at < choices.length; at++) starts[choices[at]! + 1]!++;
  for (let project = 0; project < projects; project++) starts[project + 1]! += starts[project]!;
  return starts;
}
