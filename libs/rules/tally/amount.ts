/** A decimal sum read exactly: `digits` ÷ 10^`decimals`. */
export interface Amount {
  readonly digits: bigint;
  readonly decimals: number;
}

const PLAIN = /^(-?)(\d{1,40})(?:\.(\d{1,20}))?$/;

/**
 * Reads a plain decimal number; null when it is not one.
 *
 * @example parseAmount('3187320.61') // → { digits: 318732061n, decimals: 2 }
 * @example parseAmount('1e6') // → null
 */
export function parseAmount(text: string): Amount | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const fractionDigits = (match[3] ?? '').replace(/0+$/, '');
  const digits = BigInt(match[2]! + fractionDigits);
  return { digits: match[1] === '-' ? -digits : digits, decimals: fractionDigits.length };
}

/** The sum in units of 10^−`scale`; `scale` must hold all its decimals. */
export function toScale(amount: Amount, scale: number): bigint {
  return amount.digits * 10n ** BigInt(scale - amount.decimals);
}

/** Writes a scaled sum as people do: `formatAmount(318732061n, 2) // → '3187320.61'` */
export function formatAmount(value: bigint, scale: number): string {
  const size = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const whole = size.slice(0, size.length - scale);
  const rest = size.slice(size.length - scale).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${whole}${rest && `.${rest}`}`;
}
