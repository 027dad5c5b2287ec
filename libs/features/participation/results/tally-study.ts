import type { PurseView } from '#rules/tally/purses-after.js';
import type { PotMeasures } from './pot-measures.js';
import type { FoundLack } from './search-lacks.js';
import type { StoredCount } from './stored-count.js';
import type { Trial } from './trial-round.js';

/** What losers lacked, found by counting again. */
export interface FoundLacks {
  readonly found: readonly FoundLack[];
  /** False where the search ended for its length: then some losers are not among the found. */
  readonly isWhole: boolean;
}

/** What was found out about a count, pot by pot; null until it is. */
export interface TallyStudy {
  readonly measures: readonly PotMeasures[] | null;
  /** Equal shares: what each purchase was like. */
  readonly purses: readonly (readonly PurseView[])[] | null;
  /** The same ballots by another rule. */
  readonly counterpart: Trial | null;
  /** Nothing is searched after a greedy count: there it told at once what each loser lacked. */
  readonly lacks: FoundLacks | null;
}

export type StudyPart = keyof TallyStudy;

/** A count with what its losers lacked, where that was found out only afterwards. */
export function withLacks(count: StoredCount, { lacks }: Pick<TallyStudy, 'lacks'>): StoredCount {
  if (!lacks || lacks.found.length === 0) return count;
  const found = new Map(lacks.found.map(({ territory, id, lack }) => [`${territory}/${id}`, lack]));
  const pots = count.pots.map((pot) => ({
    ...pot,
    projects: pot.projects.map((project) => {
      const lack = found.get(`${pot.territory}/${project.id}`);
      return lack ? { ...project, counterfactual: lack } : project;
    }),
  }));
  return { ...count, pots };
}
