/** Money in tiyn (1 tenge = 100 tiyn). Never a float. */
export type Tiyn = bigint;

export const TIYN_PER_TENGE = 100n;

/** `tenge(35n) // → 3500n` */
export function tenge(amount: bigint | number): Tiyn {
  return BigInt(amount) * TIYN_PER_TENGE;
}

/**
 * Reads a sum in tenge as the API writes it: digits, at most two decimals; null when it is not one.
 *
 * @example parseTenge('38500000.50') // → 3850000050n
 * @example parseTenge('1e9') // → null
 */
export function parseTenge(text: string): Tiyn | null {
  const match = /^(\d{1,16})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  return BigInt(match[1]!) * TIYN_PER_TENGE + BigInt((match[2] ?? '').padEnd(2, '0'));
}

/**
 * Writes a sum in tenge for the API: whole where it is whole.
 *
 * @example formatTenge(3850000050n) // → '38500000.50'
 */
export function formatTenge(amount: Tiyn): string {
  const sign = amount < 0n ? '-' : '';
  const size = amount < 0n ? -amount : amount;
  const rest = size % TIYN_PER_TENGE;
  const whole = `${sign}${size / TIYN_PER_TENGE}`;
  return rest === 0n ? whole : `${whole}.${String(rest).padStart(2, '0')}`;
}
