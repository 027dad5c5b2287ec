import { SMALLEST_CELL, type PlaceFigures, type RoundFigures } from './integrity-report.js';

const PERCENT = 100;

/** Figures as everybody may see them: no small cell, no moment. */
export interface PublishedFigures {
  readonly ballots: number;
  /** Null where fewer than ten voted in any minute: it would tell when somebody did. */
  readonly busiestMinute: number | null;
  /** Percent; null where fewer than ten voted at night or by day. */
  readonly nightPercent: number | null;
  /** Places with ten ballots and more; the others together, where they are ten and more. */
  readonly places: readonly PlaceFigures[];
}

/** Stands for all places that are too small to be shown. */
export const OTHER_PLACES = 'other';

/**
 * What is published of the figures of a voting: cells under ten are merged or left out.
 *
 * @example publishedFigures({ …, minutes: [1, 3] }).busiestMinute // → null
 */
export function publishedFigures(figures: RoundFigures): PublishedFigures {
  const { ballots, minutes, nightBallots } = figures;
  const busiest = Math.max(0, ...minutes);
  const isTelling = nightBallots >= SMALLEST_CELL && ballots - nightBallots >= SMALLEST_CELL;
  return {
    ballots,
    busiestMinute: busiest < SMALLEST_CELL ? null : busiest,
    nightPercent: isTelling ? Math.round((nightBallots * PERCENT) / ballots) : null,
    places: shownPlaces(figures.places),
  };
}

/** A lone small place is merged with the next smallest: a difference must not tell it. */
function shownPlaces(places: readonly PlaceFigures[]): PlaceFigures[] {
  const sorted = [...places].sort((a, b) => a.ballots - b.ballots);
  const small: PlaceFigures[] = [];
  while (sorted.length > 0 && needsMore(sorted[0]!, small)) small.push(sorted.shift()!);
  const rest = sorted.sort((a, b) => (a.territory < b.territory ? -1 : 1));
  const merged = merge(small);
  return merged.ballots >= SMALLEST_CELL ? [...rest, merged] : rest;
}

function needsMore(next: PlaceFigures, small: readonly PlaceFigures[]): boolean {
  const merged = merge(small).ballots;
  return next.ballots < SMALLEST_CELL || (merged > 0 && merged < SMALLEST_CELL);
}

function merge(places: readonly PlaceFigures[]): PlaceFigures {
  return {
    territory: OTHER_PLACES,
    ballots: places.reduce((sum, place) => sum + place.ballots, 0),
    adults: places.reduce((sum, place) => sum + place.adults, 0),
  };
}
