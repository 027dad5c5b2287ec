import type { Election } from './election.js';

/** What each project received, by position. */
export interface Scores {
  /** Sum of points. */
  readonly points: readonly number[];
  /** Voters who gave it at least one point. */
  readonly votes: readonly number[];
}

/**
 * Adds up the points; throws RangeError where they would no longer be exact (above 2⁵³).
 *
 * @example of three ballots `a`, `a,b`, `b,c` → votes [2, 2, 1]
 */
export function scoresOf(election: Election): Scores {
  const points = new Array<number>(election.projects.length).fill(0);
  const votes = new Array<number>(election.projects.length).fill(0);
  for (const ballot of election.ballots) {
    ballot.choices.forEach((project, place) => {
      votes[project]! += ballot.voters;
      points[project]! += ballot.voters * (ballot.points?.[place] ?? 1);
    });
  }
  const largest = points.reduce((most, score) => Math.max(most, score), 0);
  if (!Number.isSafeInteger(largest)) throw new RangeError('Points too large to be added exactly');
  return { points, votes };
}
