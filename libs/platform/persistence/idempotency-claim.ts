import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

/** The repeat protection of one request: who sent which key with which body. */
export interface IdempotencyClaim {
  readonly owner: string;
  readonly key: string;
  readonly bodyDigest: Buffer;
  recorded: boolean;
}

/** The first transaction of the request already happened: its stored answer is to be given. */
export class AlreadyRecorded extends Error {}

const current = new AsyncLocalStorage<IdempotencyClaim | null>();

/** Runs a request's handler so that its first transaction records the key with the act itself. */
export function withIdempotencyClaim<T>(claim: IdempotencyClaim, handler: () => T): T {
  return current.run(claim, handler);
}

/** Runs what is recorded although the request is refused: a corrected repeat is not a repeat. */
export function withoutIdempotencyClaim<T>(work: () => T): T {
  return current.run(null, work);
}

/**
 * Writes the key in the transaction of the act, so that an act and its key commit together or not
 * at all; a request that waits here for a twin under way sees it as recorded.
 */
export async function claimIdempotencyKey(manager: EntityManager): Promise<void> {
  const claim = current.getStore();
  if (!claim || claim.recorded) return;
  const rows: unknown[] = await manager.query(
    `insert into idempotency_keys (owner, key, body_digest) values ($1, $2, $3)
     on conflict do nothing returning key`,
    [claim.owner, claim.key, claim.bodyDigest],
  );
  if (rows.length === 0) throw new AlreadyRecorded();
}

/** The first transaction of the request has committed: later ones do not claim the key again. */
export function markIdempotencyRecorded(): void {
  const claim = current.getStore();
  if (claim) claim.recorded = true;
}
