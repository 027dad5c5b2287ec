import { AsyncLocalStorage } from 'node:async_hooks';

/** Questions that everybody gets the same answer to, from whichever server; never one's own acts. */
export interface PublicReading {
  /** As of when the answers hold; null where all came from the primary. */
  asOf: Date | null;
}

const current = new AsyncLocalStorage<PublicReading>();

/** What this work asks may come from a replica, a few seconds late. */
export function readPublicly<T>(work: (reading: PublicReading) => Promise<T>): Promise<T> {
  const reading: PublicReading = { asOf: null };
  return current.run(reading, () => work(reading));
}

/** Undefined where only the primary may be asked. */
export function publicReading(): PublicReading | undefined {
  return current.getStore();
}

/** Of what was read from several places the oldest tells how old the whole is. */
export function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
