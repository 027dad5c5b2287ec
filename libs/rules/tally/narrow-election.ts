import type { Ballot, Election } from './election.js';

/**
 * The same election without some projects. The voters stay, also those who chose nothing else;
 * places on an ordinal ballot keep the points they had.
 *
 * @example withoutProjects(election, new Set(['7']))
 */
export function withoutProjects(election: Election, ids: ReadonlySet<string>): Election {
  if (ids.size === 0) return election;
  const moved = new Map<number, number>();
  const projects = election.projects.filter(({ id }, position) => {
    if (ids.has(id)) return false;
    moved.set(position, moved.size);
    return true;
  });
  return {
    ...election,
    projects,
    ballots: election.ballots.map((ballot) => narrowed(ballot, moved)),
  };
}

function narrowed(ballot: Ballot, moved: ReadonlyMap<number, number>): Ballot {
  const kept = ballot.choices.flatMap((position, place) => (moved.has(position) ? [place] : []));
  const choices = kept.map((place) => moved.get(ballot.choices[place]!)!);
  const { points } = ballot;
  return { ...ballot, choices, ...(points && { points: kept.map((place) => points[place]!) }) };
}
