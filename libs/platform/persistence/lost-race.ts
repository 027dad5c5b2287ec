import { setTimeout as wait } from 'node:timers/promises';
import { sqlStateOf } from './database-away.js';

const ATTEMPTS = 5;
const SHORTEST_WAIT_MS = 5;
const LOST = new Set<unknown>(['40001', '40P01']);

/** Did the database undo this transaction for the sake of another one (serialization, deadlock)? */
export function isLostRace(error: unknown): boolean {
  return LOST.has(sqlStateOf(error));
}

/**
 * Does a whole transaction again while it loses races: five times at most, each after a random moment,
 * so that two who met do not meet again. Ids and `now` are taken outside it.
 *
 * @throws what the last attempt threw
 */
export async function repeatLostRaces<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!isLostRace(error) || attempt === ATTEMPTS) throw error;
      await wait(2 ** attempt * SHORTEST_WAIT_MS * Math.random());
    }
  }
}
