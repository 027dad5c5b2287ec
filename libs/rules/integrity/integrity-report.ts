import type { IntegrityThresholds } from './integrity-thresholds.js';

/** What stands out; none of them proves anything by itself. */
export const INTEGRITY_SIGNALS = ['ballots-above-adults', 'burst', 'night', 'age-cluster'] as const;
export type IntegritySignal = (typeof INTEGRITY_SIGNALS)[number];

/** Figures of a closed voting, before small ones are merged. */
export interface RoundFigures {
  readonly ballots: number;
  readonly places: readonly PlaceFigures[];
  /** Ballots of each minute that has any. */
  readonly minutes: readonly number[];
  readonly nightBallots: number;
  readonly years: readonly YearFigures[];
}

export interface PlaceFigures {
  /** KATO code. */
  readonly territory: string;
  readonly ballots: number;
  readonly adults: number;
}

export interface YearFigures {
  readonly bornIn: number;
  readonly ballots: number;
  readonly adults: number;
}

export interface IntegrityFinding {
  readonly signal: IntegritySignal;
  /** The place or the year of birth that it is about. */
  readonly where?: string;
  /** Null where fewer than ten people stand behind it. */
  readonly measured: number | null;
  readonly threshold: number;
}

/** Smaller groups are never shown by themselves. */
export const SMALLEST_CELL = 10;

const PERCENT = 100;

/**
 * What stands out in the figures of a voting, by thresholds that were known before it.
 *
 * @example assessIntegrity({ …, ballots: 200, nightBallots: 60 }, thresholds)
 * // → [{ signal: 'night', measured: 30, threshold: 15 }]
 */
export function assessIntegrity(
  figures: RoundFigures,
  thresholds: IntegrityThresholds,
): readonly IntegrityFinding[] {
  return [
    ...figures.places.flatMap((place) => aboveAdults(place, thresholds)),
    ...burst(figures, thresholds),
    ...night(figures, thresholds),
    ...figures.years.flatMap((year) => ageCluster(year, figures, thresholds)),
  ];
}

function aboveAdults(
  { territory, ballots, adults }: PlaceFigures,
  { ballotsPer100Adults: threshold }: IntegrityThresholds,
): IntegrityFinding[] {
  if (ballots * PERCENT <= adults * threshold) return [];
  const measured = adults === 0 ? ballots * PERCENT : (ballots * PERCENT) / adults;
  return [
    {
      signal: 'ballots-above-adults',
      where: territory,
      measured: ballots < SMALLEST_CELL ? null : Math.round(measured),
      threshold,
    },
  ];
}

function burst({ minutes }: RoundFigures, thresholds: IntegrityThresholds): IntegrityFinding[] {
  const busiest = Math.max(0, ...minutes);
  const threshold = Math.max(
    thresholds.burstLeast,
    thresholds.burstTimesMedian * medianOf(minutes),
  );
  if (busiest < threshold) return [];
  return [{ signal: 'burst', measured: busiest, threshold }];
}

function night(
  { ballots, nightBallots }: RoundFigures,
  { nightLeast, nightPercent: threshold }: IntegrityThresholds,
): IntegrityFinding[] {
  if (ballots < nightLeast || nightBallots * PERCENT <= ballots * threshold) return [];
  return [{ signal: 'night', measured: Math.round((nightBallots * PERCENT) / ballots), threshold }];
}

function ageCluster(
  { bornIn, ballots, adults }: YearFigures,
  figures: RoundFigures,
  { ageLeast, ageTimesRoll }: IntegrityThresholds,
): IntegrityFinding[] {
  const roll = figures.years.reduce((sum, year) => sum + year.adults, 0);
  const isOften = ballots * roll > ageTimesRoll * adults * figures.ballots;
  if (ballots < ageLeast || !isOften) return [];
  return [{ signal: 'age-cluster', where: String(bornIn), measured: ballots, threshold: ageLeast }];
}

/** Of the lower two in the middle: a burst must not raise its own threshold. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
