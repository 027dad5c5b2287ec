import type { INestApplicationContext } from '@nestjs/common';
import { LapseUncorrectedProposals } from '#features/participation/proposals/lapse-uncorrected-proposals.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 60_000;

/** Returned proposals lapse on the day after the last day for corrections. */
export function letUncorrectedProposalsLapse(app: INestApplicationContext): PeriodicJob {
  const lapsing = app.get(LapseUncorrectedProposals, { strict: false });
  return {
    name: 'let-uncorrected-proposals-lapse',
    everyMs: EVERY_MS,
    run: async () => void (await lapsing.run()),
  };
}
