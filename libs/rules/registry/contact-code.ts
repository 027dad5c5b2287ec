/** For how long a code confirms an address. */
export const CODE_MINUTES = 10;

/** Digits of a code. */
export const CODE_DIGITS = 6;

const MOST_TRIES_A_CODE = 5;
const MOST_TRIES_A_DAY = 20;
const MOST_CODES_AN_ADDRESS_A_DAY = 5;

/** What was tried before, within a day. */
export interface TriesBefore {
  readonly ofThisCode: number;
  readonly ofThisPerson: number;
}

/**
 * May one more code be tried? Twenty of a million a day are nothing to guess with.
 *
 * @example mayTryCode({ ofThisCode: 5, ofThisPerson: 5 }) // → false
 */
export function mayTryCode({ ofThisCode, ofThisPerson }: TriesBefore): boolean {
  return ofThisCode < MOST_TRIES_A_CODE && ofThisPerson < MOST_TRIES_A_DAY;
}

/**
 * May one more code go to an address, whoever asks for it? Nobody floods somebody else's phone.
 *
 * @param sentToday codes that went to this address within a day
 */
export function maySendCode(sentToday: number): boolean {
  return sentToday < MOST_CODES_AN_ADDRESS_A_DAY;
}
