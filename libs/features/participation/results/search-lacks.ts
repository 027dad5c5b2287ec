import {
  findPotCounterfactual,
  type CountedInRound,
  type FoundCounterfactual,
} from '#rules/tally/counterfactual-search.js';
import type { RoundPot } from '#rules/tally/round-pot.js';
import { closedGroups } from './closed-groups.js';
import { APPLICATION } from './count-round-ballots.js';
import { stored, type CountedPot, type Stored, type StoredCount } from './stored-count.js';

/** What a loser lacked, found by counting again. */
export interface FoundLack {
  readonly territory: string;
  /** Id in the election file. */
  readonly id: string;
  readonly lack: Stored<FoundCounterfactual>;
}

/**
 * Searches for what each loser lacked, those with the most points first, since the search may be
 * stopped at any moment; what was withdrawn lacked nothing.
 */
export function* searchLacks(
  pots: readonly RoundPot[],
  { rule, pots: counted }: StoredCount,
): Generator<FoundLack> {
  const closed = closedGroups(
    pots,
    counted.map(({ winners }) => winners),
  );
  const rules = { rule, application: APPLICATION };
  for (const [place, pot] of pots.entries()) {
    const inRound: CountedInRound = { pot, rules, closed: closed[place]! };
    for (const id of losersOf(counted[place]!)) {
      const lack = stored(findPotCounterfactual(inRound, id));
      yield { territory: pot.id, id, lack };
    }
  }
}

function losersOf({ projects }: CountedPot): readonly string[] {
  return projects
    .filter(({ reason }) => reason && !['WON', 'WITHDRAWN'].includes(reason.outcome))
    .toSorted((a, b) => b.points - a.points || a.number - b.number)
    .map(({ id }) => id);
}
