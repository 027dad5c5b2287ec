import type { CivilDate } from '#rules/kernel/civil-date.js';

/**
 * From what on figures of a voting deserve a second look. They are known before the voting begins,
 * so that nobody can choose them by the result.
 */
export interface IntegrityThresholds {
  /** They stand for every voting that begins on this day or later, until the next set. */
  readonly from: CivilDate;
  /** Ballots of a place for each hundred adults of its roll. */
  readonly ballotsPer100Adults: number;
  /** A minute stands out with so many ballots at least … */
  readonly burstLeast: number;
  /** … that are so many times those of the median minute with ballots. */
  readonly burstTimesMedian: number;
  /** Percent of ballots cast at night, of a voting with {@link nightLeast} ballots and more. */
  readonly nightPercent: number;
  readonly nightLeast: number;
  /** Ballots of people born in one year … */
  readonly ageLeast: number;
  /** … whose share among ballots is so many times their share of the roll. */
  readonly ageTimesRoll: number;
}

/** Hours of the night by the clock of the place: from 23:00 to 05:59. */
export const NIGHT_HOURS: readonly number[] = [23, 0, 1, 2, 3, 4, 5];

/** A choice of ours and no law: no act knows such figures. A change is a new row, never an edit. */
const ROWS: readonly IntegrityThresholds[] = [
  {
    from: '2026-01-01',
    ballotsPer100Adults: 100,
    burstLeast: 30,
    burstTimesMedian: 20,
    nightPercent: 15,
    nightLeast: 100,
    ageLeast: 30,
    ageTimesRoll: 3,
  },
];

/**
 * The thresholds for a voting that begins on a day; the first set for earlier ones.
 *
 * @example integrityThresholdsOn('2027-04-11').nightPercent // → 15
 */
export function integrityThresholdsOn(votingFrom: CivilDate): IntegrityThresholds {
  return ROWS.findLast((row) => row.from <= votingFrom) ?? ROWS[0]!;
}
