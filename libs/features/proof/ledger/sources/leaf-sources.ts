import { ACTS } from './act-source.js';
import { BALLOTS } from './ballot-source.js';
import { CLOSURES } from './closure-source.js';
import { COUNTS, QUARANTINES, RESULTS } from './decision-sources.js';
import type { LeafSource } from './leaf-source.js';
import { MINUTES } from './minutes-source.js';
import { SIGNATURES, WITHDRAWALS } from './signature-sources.js';

/** What residents and people in office do; of one batch nobody tells which came first. */
export const ACTS_OF_PEOPLE: readonly LeafSource[] = [BALLOTS, SIGNATURES, WITHDRAWALS, ACTS];

/** What concerns all acts before it, and stands behind them. */
export const CONCLUSIONS: readonly LeafSource[] = [CLOSURES, COUNTS, QUARANTINES, RESULTS, MINUTES];
