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
  readonly choicePoints: Points;
  /** Supporters of project c: from `supportStarts[c]` to `supportStarts[c + 1]`. */
  readonly supportStarts: Uint32Array;
  readonly supporters: Uint32Array;
  readonly supportPoints: Points;
  /** 0, 1, 2, … one for each supporter of a project, to be copied. */
  readonly places: Uint32Array;
  readonly mostPoints: number;
}

/** Nearly all elections need but a byte for the points of a choice. */
export type Points = Uint8Array | Float64Array;

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
  const mostPoints = mostPointsIn(ballots);
  const choicePoints = roomFor(size, mostPoints);
  let at = 0;
  for (let group = 0; group < ballots.length; group++) {
    const ballot = ballots[group]!;
    for (let place = 0; place < ballot.choices.length; place++, at++) {
      choices[at] = ballot.choices[place]!;
      choicePoints[at] = ballot.points === undefined ? 1 : ballot.points[place]!;
    }
    ballotStarts[group + 1] = at;
  }
  return { ballotStarts, choices, choicePoints, mostPoints };
}

function mostPointsIn(ballots: readonly Ballot[]): number {
  let most = 1;
  for (const { points } of ballots) {
    if (points !== undefined) for (const given of points) most = Math.max(most, given);
  }
  return most;
}

function roomFor(size: number, mostPoints: number): Points {
  return mostPoints < 256 ? new Uint8Array(size) : new Float64Array(size);
}

/** The same from the projects' side. */
function turnedRound(
  { ballotStarts, choices, choicePoints, mostPoints }: BallotSide,
  projects: number,
): SupportSide {
  const supportStarts = startsOf(choices, projects);
  const next = supportStarts.slice();
  const supporters = new Uint32Array(choices.length);
  const supportPoints = roomFor(choices.length, mostPoints);
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
