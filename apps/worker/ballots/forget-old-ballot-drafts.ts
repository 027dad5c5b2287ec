import type { INestApplicationContext } from '@nestjs/common';
import { ForgetOldBallotDrafts } from '#features/participation/ballots/forget-old-ballot-drafts.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 3_600_000;

/** What people chose and never cast does not lie about for ever. */
export function forgetOldBallotDrafts(app: INestApplicationContext): PeriodicJob {
  const forgetting = app.get(ForgetOldBallotDrafts, { strict: false });
  return { name: 'forget-old-ballot-drafts', everyMs: EVERY_MS, run: () => forgetting.run() };
}
