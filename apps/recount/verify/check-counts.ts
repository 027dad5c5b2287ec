import type { ArchiveDocuments } from './check-tally.js';
import { hold } from './not-held.js';
import type { RoundLeaves } from './round-leaves.js';

/**
 * As many ballots as leaves that count, no more than people entitled to vote, and in no pot more than
 * in all. In a round with one pot everybody's ballot stands in it.
 */
export function checkCounts({ round, result }: ArchiveDocuments, { states }: RoundLeaves): void {
  const { ballots, pots } = result;
  const { people } = round;
  const voted = ballots + states.quarantined;
  hold(ballots === states.counted, 'count.leaves', { ballots, leaves: states.counted });
  hold(voted <= people, 'count.people', { ballots: voted, people });
  for (const { territory, voters } of pots)
    hold(voters <= ballots, 'count.pot', { pot: territory, voters, ballots });
  const [only] = pots;
  if (pots.length === 1 && only)
    hold(only.voters === ballots, 'count.pot', {
      pot: only.territory,
      voters: only.voters,
      ballots,
    });
}
