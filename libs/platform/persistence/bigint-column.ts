import type { ValueTransformer } from 'typeorm';

/** A `bigint` column as a bigint: the driver gives text, so that nothing is rounded on the way. */
export const BIGINT: ValueTransformer = {
  from: (stored: string | null) => (stored === null ? null : BigInt(stored)),
  to: (value: bigint | null | undefined) => (typeof value === 'bigint' ? String(value) : value),
};
