import type { INestApplicationContext } from '@nestjs/common';
import { ConfirmUnansweredRefusals } from '#features/participation/expert-review/confirm-unanswered-refusals.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 60_000;

/** Provisional refusals become final on the day after the last day for remarks. */
export function makeUnansweredRefusalsFinal(app: INestApplicationContext): PeriodicJob {
  const confirming = app.get(ConfirmUnansweredRefusals, { strict: false });
  return {
    name: 'make-unanswered-refusals-final',
    everyMs: EVERY_MS,
    run: async () => void (await confirming.run()),
  };
}
