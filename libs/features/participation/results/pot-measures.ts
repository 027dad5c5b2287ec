import { mergeSmallCells } from '#rules/participation/small-cells.js';
import type { Ballot, Election } from '#rules/tally/election.js';
import { measuresOf, type Measures } from '#rules/tally/measures.js';
import { stored, type Stored } from './stored-count.js';

/** Money that reached the voters of one place; null stands for the places too small to be shown. */
export interface PlaceMoney {
  readonly territory: string | null;
  readonly voters: number;
  /** Tiyn per voter: each winner's cost shared equally by its supporters. */
  readonly perVoter: string;
}

/** What an outcome gives to the voters of a pot, as it may be shown. */
export interface PotMeasures extends Stored<Omit<Measures, 'moneyPerVoterByDistrict'>> {
  /** The largest place first; empty where all are too small. */
  readonly byPlace: readonly PlaceMoney[];
}

const REST = '';

/** Measures an outcome on ballots that know their places; small places are merged beforehand. */
export function potMeasures(election: Election, winners: readonly string[]): PotMeasures {
  const { shown, rest } = mergeSmallCells(placesOf(election.ballots));
  const isShown = new Set(shown.map(({ territory }) => territory));
  const ballots = election.ballots.map((ballot) => ({
    ...ballot,
    district: isShown.has(ballot.district ?? REST) ? ballot.district! : REST,
  }));
  const { moneyPerVoterByDistrict: money, ...measures } = measuresOf(
    { ...election, ballots },
    winners,
  );
  const places = rest > 0 ? [...shown, { territory: REST, count: rest }] : shown;
  return { ...stored(measures), byPlace: shown.length === 0 ? [] : places.map(moneyOf) };

  function moneyOf({ territory, count }: Place): PlaceMoney {
    const perVoter = stored(money.get(territory)!);
    return { territory: territory === REST ? null : territory, voters: count, perVoter };
  }
}

interface Place {
  readonly territory: string;
  readonly count: number;
}

function placesOf(ballots: readonly Ballot[]): readonly Place[] {
  const counts = new Map<string, number>();
  for (const { district = REST, voters } of ballots)
    counts.set(district, (counts.get(district) ?? 0) + voters);
  return [...counts]
    .map(([territory, count]) => ({ territory, count }))
    .sort((a, b) => b.count - a.count);
}
