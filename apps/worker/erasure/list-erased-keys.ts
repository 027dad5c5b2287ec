import type { INestApplicationContext } from '@nestjs/common';
import { ListErasedKeys } from '#features/proof/erasure/list-erased-keys.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 2_000;

/** Destroyed data keys are noted outside the database, so that no backup brings anybody back. */
export function listErasedKeys(app: INestApplicationContext): PeriodicJob {
  const listing = app.get(ListErasedKeys, { strict: false });
  return { name: 'list-erased-keys', everyMs: EVERY_MS, run: () => listing.run() };
}
