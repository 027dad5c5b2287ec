/** Most residents choose two or three projects: five votes stand on two ballots. */
const VOTES_ON_TWO_BALLOTS = 5;

/**
 * Deals wanted votes out to as many voters as that takes, one after another: nobody gets a project
 * twice as long as no project has more votes than there are voters.
 *
 * @returns choices of each voter who votes
 * @example dealBallots({ a: 2, b: 1 }, 9) // → [['a', 'b'], ['a']]
 */
export function dealBallots(
  votes: Readonly<Record<string, number>>,
  mostVoters: number,
): readonly (readonly string[])[] {
  const pile = Object.entries(votes).flatMap(([project, count]) =>
    Array.from({ length: count }, () => project),
  );
  const enough = Math.ceil((pile.length * 2) / VOTES_ON_TWO_BALLOTS);
  const voters = Math.min(mostVoters, Math.max(enough, ...Object.values(votes)));
  const ballots: string[][] = Array.from({ length: voters }, () => []);
  pile.forEach((project, turn) => ballots[turn % voters]!.push(project));
  return ballots;
}
