import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 16_384;

let pool = Buffer.alloc(0);

/**
 * Fresh random bytes, drawn from the system many at a time: one call of the system for each ballot
 * would cost as much as hashing it. Every byte is given out once.
 */
export function freshRandomBytes(count: number): Buffer {
  if (pool.length < count)
    pool = randomFillSync(Buffer.allocUnsafeSlow(Math.max(POOL_BYTES, count)));
  const bytes = pool.subarray(0, count);
  pool = pool.subarray(count);
  return bytes;
}
