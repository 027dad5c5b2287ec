import type { RoundPot } from '#rules/tally/round-pot.js';

/**
 * For each pot of a round the groups that have their winner in an earlier pot, with that winner.
 *
 * @param winners ids of each pot's winners
 */
export function closedGroups(
  pots: readonly RoundPot[],
  winners: readonly (readonly string[])[],
): readonly ReadonlyMap<string, string>[] {
  const closed = new Map<string, string>();
  return pots.map(({ election }, place) => {
    const before = new Map(closed);
    for (const { id, group } of election.projects)
      if (group !== undefined && winners[place]!.includes(id)) closed.set(group, id);
    return before;
  });
}
