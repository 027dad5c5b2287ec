import { rounded } from '../median.js';

/** How long people waited, in milliseconds. */
export interface Waits {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly longestMs: number;
}

/** `waitsOf([3, 1, 2]) // → { p50Ms: 2, p99Ms: 3, longestMs: 3 }` */
export function waitsOf(latenciesMs: readonly number[]): Waits {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
    return rounded(sorted[place] ?? 0);
  };
  return { p50Ms: at(0.5), p99Ms: at(0.99), longestMs: at(1) };
}
