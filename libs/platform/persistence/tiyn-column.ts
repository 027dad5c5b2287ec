import type { ValueTransformer } from 'typeorm';

/** Sums are bigint in code; the driver gives and takes them as text. */
export const tiynColumn: ValueTransformer = {
  from: (stored: string | null): bigint | null => (stored === null ? null : BigInt(stored)),
  to: (sum: bigint | null | undefined): string | null | undefined =>
    typeof sum === 'bigint' ? String(sum) : sum,
};
