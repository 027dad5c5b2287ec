import { setTimeout as wait } from 'node:timers/promises';
import { isDatabaseAway } from '#platform/persistence/database-away.js';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;

/**
 * A start waits longer than a person at a page would: another portal's worker may hold what it needs,
 * or the database may be failing over. The work is done anew, so it must bear that.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() > until) throw error;
      await wait(PAUSE_MS);
    }
  }
}
