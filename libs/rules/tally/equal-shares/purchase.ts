import type { Purses } from './purses.js';

/** One project bought. */
export interface Purchase {
  readonly project: number;
  /** Number of its price in the chain; −1 for a project of cost 0. */
  readonly link: number;
  /** Price of a point and a bound of its error, in machine numbers. */
  readonly price: number;
  readonly priceError: number;
  /** Not below its q, in machine numbers. */
  readonly high: number;
  /** No other project's q was below this. */
  readonly rivals: number;
  /** No project's q was below these, by position; Infinity for who could not be bought. */
  readonly bounds: Float64Array;
  /** Its equals at this step. */
  readonly tied: readonly number[];
  readonly payers: number;
  readonly emptied: number;
}

/** A count with given purses: what was bought, in sequence. */
export interface SharesRun {
  readonly purchases: readonly Purchase[];
  readonly purses: Purses;
  /** As of a purchase, after the last one. */
  readonly bounds: Float64Array;
}
