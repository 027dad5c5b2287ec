import type { ResultRow } from '#features/participation/results/result.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type {
  ArchivedPot,
  ArchivedQuarantine,
  ArchivedResult,
} from '#rules/archive/archived-result.js';
import type { ArchivedRound } from '#rules/archive/archived-round.js';
import type { RollRow } from '#rules/archive/roll-table.js';
import { formatAmount } from '#rules/tally/amount.js';
import { mergeSmallCells, SMALLEST_GROUP } from '#rules/participation/small-cells.js';
import type { RollPlaceRow } from './archive.reader.js';

/** A tenge has 100 tiyn. */
const TIYN_DECIMALS = 2;

/** What the round promised, with the days of its voting and never a moment. */
export function archivedRound(
  round: RoundRow,
  { count }: ResultRow,
  people: number,
): ArchivedRound {
  const { votingFrom, votingUntil } = round.calendar;
  return {
    id: round.id,
    territory: round.territory,
    territoryName: round.territoryName,
    year: round.year,
    title: round.title,
    votingFrom: civilDateOf(votingFrom),
    votingUntil: civilDateOf(new Date(votingUntil.getTime() - 1)),
    ballot: round.ballot,
    secrecy: round.secrecy,
    rule: count.rule,
    application: count.application,
    minimumVotes: count.minimumVotes,
    minimumAge: round.minimumAge,
    paperVersion: round.paperVersion,
    pots: count.pots.map(({ territory, name, budgetTiyn }) => ({
      territory,
      name,
      budget: tengeOf(budgetTiyn),
    })),
    people,
  };
}

/** The published result: what the count gave and what the Expert Council made of it. */
export function archivedResult(
  roundId: string,
  { count, decision, ballots }: ResultRow,
): ArchivedResult {
  const strikes = decision?.strikes ?? [];
  const struck = count.pots.flatMap(({ territory, projects }) =>
    strikes.flatMap(({ number, ground, text }) => {
      const project = projects.find((each) => each.number === number);
      return project ? [{ pot: territory, id: project.id, ground, text }] : [];
    }),
  );
  const pots = count.pots.map((pot): ArchivedPot => ({
    territory: pot.territory,
    voters: pot.voters,
    cost: tengeOf(pot.costTiyn),
    winners: pot.winners,
    confirmed: pot.winners.filter(
      (id) => !struck.some((strike) => strike.pot === pot.territory && strike.id === id),
    ),
    projects: pot.projects.map(({ id, number, title, costTiyn, votes, points, reason }) => ({
      id,
      number,
      title,
      cost: tengeOf(costTiyn),
      votes,
      points,
      outcome: reason?.outcome ?? '–',
    })),
  }));
  const { quarantined } = count;
  return {
    round: roundId,
    ballots,
    pots,
    struck,
    ...(quarantined && { quarantined: archivedQuarantine(quarantined) }),
  };
}

type QuarantinedTotals = NonNullable<ResultRow['count']['quarantined']>;

function archivedQuarantine({ ballots, shown, rest }: QuarantinedTotals): ArchivedQuarantine {
  const projects = shown.map(({ pot, id, count: votes }) => ({ pot, id, votes }));
  return { ballots, projects, rest };
}

/** The roll by place, small places in one row without a code. */
export function archivedRoll(places: readonly RollPlaceRow[]): readonly RollRow[] {
  const { shown, rest } = mergeSmallCells(places, SMALLEST_GROUP);
  const rows = shown.map(({ count, ...place }) => ({ ...place, ballots: count }));
  const people = sumOf(places) - sumOf(shown);
  if (people === 0 && rest === 0) return rows;
  return [...rows, { territory: '', name: { kk: '', ru: '' }, people, ballots: rest }];
}

function sumOf(places: readonly RollPlaceRow[]): number {
  return places.reduce((sum, { people }) => sum + people, 0);
}

/** Sums as the election files write them, without decimals that say nothing. */
function tengeOf(tiyn: string): string {
  return formatAmount(BigInt(tiyn), TIYN_DECIMALS);
}
