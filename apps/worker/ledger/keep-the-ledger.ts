import type { INestApplicationContext } from '@nestjs/common';
import { KeepLedger } from '#features/proof/ledger/keep-ledger.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 5_000;

/** Acts enter the log once a minute and at every change of a phase. */
export function keepTheLedger(app: INestApplicationContext): PeriodicJob {
  const keeping = app.get(KeepLedger, { strict: false });
  return { name: 'keep-the-ledger', everyMs: EVERY_MS, run: () => keeping.run() };
}
