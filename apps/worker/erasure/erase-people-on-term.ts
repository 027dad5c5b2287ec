import type { INestApplicationContext } from '@nestjs/common';
import { EraseOnTerm } from '#features/proof/erasure/erase-on-term.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 3_600_000;

/** Nobody's data are kept for longer than the rulebook says. */
export function erasePeopleOnTerm(app: INestApplicationContext): PeriodicJob {
  const erasing = app.get(EraseOnTerm, { strict: false });
  return { name: 'erase-people-on-term', everyMs: EVERY_MS, run: () => erasing.run() };
}
