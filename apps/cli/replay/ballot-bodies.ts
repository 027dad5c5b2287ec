import type { Ballot, Election } from '#rules/tally/election.js';

/**
 * One request body for each voter; equal ballots share theirs, so that a large election fits into
 * memory. The reader has dropped unknown projects, repetitions and zero points already.
 *
 * @param keyOf the product's id of the project at a position of the election
 */
export function* ballotBodies(
  { voteType, ballots }: Election,
  keyOf: (position: number) => string,
): Generator<string> {
  for (const ballot of ballots) {
    const votes = ballot.choices.map((position, place) => ({
      project: keyOf(position),
      ...marksOf(ballot, place, voteType),
    }));
    const body = JSON.stringify({ votes });
    for (let voter = 0; voter < ballot.voters; voter += 1) yield body;
  }
}

/** An ordinal ballot of k choices gives k points to the first one: the place follows from them. */
function marksOf({ choices, points }: Ballot, place: number, voteType: Election['voteType']) {
  const given = points?.[place];
  if (given === undefined) return {};
  if (voteType === 'ordinal') return { rank: choices.length - given + 1 };
  return { points: given };
}
