import type { Outcome, Reason, Step } from './outcome.js';

/** What a rule hands over: who was taken in sequence, and why the others were not. */
export interface Counted {
  readonly kind?: undefined;
  readonly taken: readonly number[];
  readonly steps: readonly Step[];
  /** By id, for every project not taken. */
  readonly lost: ReadonlyMap<string, Reason>;
  readonly purse?: NonNullable<Outcome['purse']>;
}
