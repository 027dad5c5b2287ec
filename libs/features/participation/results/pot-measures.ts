import { mergeSmallCells, SMALLEST_GROUP } from '#rules/participation/small-cells.js';
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

/**
 * Measures an outcome on ballots that know their places; small places are merged beforehand.
 *
 * @param named places that the turnout of the round names; no other is named here either
 */
export function potMeasures(
  election: Election,
  winners: readonly string[],
  named: ReadonlySet<string>,
): PotMeasures {
  const ballots = election.ballots.map((ballot) => relabelled(ballot, named));
  const cells = mergeSmallCells(placesOf(ballots), SMALLEST_GROUP);
  const shown = cells.shown.filter(({ territory }) => territory !== REST);
  const isShown = new Set(shown.map(({ territory }) => territory));
  const merged = ballots.map((ballot) => relabelled(ballot, isShown));
  const { moneyPerVoterByDistrict: money, ...measures } = measuresOf(
    { ...election, ballots: merged },
    winners,
  );
  const places = shown.length === 0 ? [] : placesOf(merged);
  return {
    ...stored(measures),
    byPlace: places.map(({ territory, count }) => ({
      territory: territory === REST ? null : territory,
      voters: count,
      perVoter: stored(money.get(territory)!),
    })),
  };
}

function relabelled(ballot: Ballot, shown: ReadonlySet<string>): Ballot {
  const { district = REST } = ballot;
  return { ...ballot, district: shown.has(district) ? district : REST };
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
