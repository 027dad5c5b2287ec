import { withoutProjects } from '#rules/tally/narrow-election.js';
import type { Outcome } from '#rules/tally/outcome.js';
import { pursesAfter, type PurseView } from '#rules/tally/purses-after.js';
import { countRound } from '#rules/tally/round-count.js';
import type { RoundPot } from '#rules/tally/round-pot.js';
import { APPLICATION } from './count-round-ballots.js';
import { counterpartOf } from './counterpart.js';
import { searchLacks, type FoundLack } from './search-lacks.js';
import { potMeasures, type PotMeasures } from './pot-measures.js';
import { electionsOf } from './round-elections.js';
import type { GatheredRound } from './round-to-count.js';
import type { StoredCount } from './stored-count.js';
import {
  mergedPlaces,
  namedPlaces,
  placedElections,
  trialRound,
  type Trial,
} from './trial-round.js';

export interface StudyMatter {
  readonly gathered: GatheredRound;
  readonly count: StoredCount;
}

/** What is found out about a result, in the sequence in which it is: the lacks take longest. */
export type StudyPiece =
  | { readonly part: 'measures'; readonly findings: readonly PotMeasures[] }
  | { readonly part: 'purses'; readonly findings: readonly (readonly PurseView[])[] }
  | { readonly part: 'counterpart'; readonly findings: Trial }
  | { readonly part: 'lack'; readonly findings: FoundLack };

/** Rivals shown beside each purchase. */
const RIVALS = 4;

/** Choices on all ballots times purchases, up to which every step is looked into. */
const MOST_LOOKS = 20_000_000;

/** Finds out what a count without ties says beyond its winners: nothing of it changes the result. */
export function studyRound(matter: StudyMatter, post: (piece: StudyPiece) => void): void {
  const { gathered, count } = matter;
  const measures = placedElections(gathered).map(({ pot }, place) =>
    potMeasures(pot.election, count.pots[place]!.winners, namedPlaces(count)),
  );
  post({ part: 'measures', findings: measures });
  const elections = electionsOf(gathered.round, gathered.projects, mergedPlaces(gathered));
  const pots = elections.map(({ pot }) => pot);
  post({ part: 'purses', findings: lookIntoPurses(pots, count) });
  post({ part: 'counterpart', findings: trialRound({ ...matter, ...counterpartOf(count) }) });
  // By the greedy rule the count itself told what each loser lacked.
  if (count.rule.name === 'greedy') return;
  for (const findings of searchLacks(pots, count)) post({ part: 'lack', findings });
}

function lookIntoPurses(
  pots: readonly RoundPot[],
  { rule }: StoredCount,
): readonly (readonly PurseView[])[] {
  if (rule.name !== 'equal-shares') return pots.map(() => []);
  const outcomes = countRound(pots, { rule, application: APPLICATION });
  return outcomes.map(({ result }, place) => {
    if (result.kind === 'tie') return [];
    const election = withoutProjects(pots[place]!.election, leftBeforehand(result));
    const choices = election.ballots.reduce((sum, ballot) => sum + ballot.choices.length, 0);
    if (choices * result.steps.length > MOST_LOOKS) return [];
    const { satisfaction } = rule;
    return pursesAfter({ election, outcome: result, satisfaction, rivals: RIVALS });
  });
}

/** Whom no purse was ever asked to pay for. */
function leftBeforehand({ reasons }: Outcome): ReadonlySet<string> {
  const gone = [...reasons].filter(
    ([, { outcome }]) => outcome === 'WITHDRAWN' || outcome === 'BELOW_MINIMUM',
  );
  return new Set(gone.map(([id]) => id));
}
