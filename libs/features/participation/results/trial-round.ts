import { comparePreferences, type Preferences } from '#rules/tally/comparison.js';
import { countRound } from '#rules/tally/round-count.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';
import { APPLICATION } from './count-round-ballots.js';
import { potMeasures, type PotMeasures } from './pot-measures.js';
import { electionsOf, type PotElection } from './round-elections.js';
import { equalBallots, type EqualBallots, type GatheredRound } from './round-to-count.js';
import { stored, type StoredCount } from './stored-count.js';

/** Another way to count the ballots of a round. */
export interface TrialRule {
  readonly rule: RuleSpec;
  readonly minimumVotes: number;
}

/** A round counted the other way, pot by pot. */
export interface Trial extends TrialRule {
  readonly pots: readonly TrialPot[];
}

/** A pot counted the other way, beside its result. */
export interface TrialPot {
  readonly territory: string;
  /** Ids in the sequence of selection. */
  readonly winners: readonly string[];
  readonly costTiyn: string;
  readonly measures: PotMeasures;
  /** Voters who have more money on their projects by the result, and by the trial. */
  readonly preferences: Preferences;
}

export interface TrialMatter extends TrialRule {
  readonly gathered: GatheredRound;
  readonly count: Pick<StoredCount, 'pots' | 'turnout'>;
}

/** Counts a round the other way; its rule must leave no ties. */
export function trialRound({ gathered, count, rule, minimumVotes }: TrialMatter): Trial {
  const placed = placedElections(gathered);
  const round = { ...gathered.round, minimumVotes };
  const elections = electionsOf(round, gathered.projects, mergedPlaces(gathered));
  const outcomes = countRound(
    elections.map(({ pot }) => pot),
    { rule, application: APPLICATION },
  );
  const pots = outcomes.map(({ pot: territory, result }, place): TrialPot => {
    if (result.kind === 'tie') throw new RangeError('A trial needs a rule for ties');
    const { election } = placed[place]!.pot;
    return {
      territory,
      winners: result.winners,
      costTiyn: stored(result.cost),
      measures: potMeasures(election, result.winners, namedPlaces(count)),
      preferences: comparePreferences(election, count.pots[place]!.winners, result.winners),
    };
  });
  return { rule, minimumVotes, pots };
}

/** Places that are large enough for the turnout to name them. */
export function namedPlaces({ turnout }: Pick<StoredCount, 'turnout'>): ReadonlySet<string> {
  return new Set(turnout.byTerritory.shown.map(({ territory }) => territory));
}

/** The elections of a round whose ballots know their places. */
export function placedElections({
  round,
  projects,
  ballots,
}: GatheredRound): readonly PotElection[] {
  return electionsOf(round, projects, equalBallots(ballots));
}

/** The ballots without their places, as a count takes them. */
export function* mergedPlaces({ ballots }: GatheredRound): Generator<EqualBallots> {
  for (const ballot of equalBallots(ballots)) yield { ...ballot, territory: null };
}
