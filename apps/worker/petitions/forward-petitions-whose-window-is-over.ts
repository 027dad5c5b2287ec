import type { INestApplicationContext } from '@nestjs/common';
import { EndJoining } from '#features/petitions/petitions/end-joining.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 10_000;

/** Six months after its publication a petition below its threshold goes on as a proposal. */
export function forwardPetitionsWhoseWindowIsOver(app: INestApplicationContext): PeriodicJob {
  const ending = app.get(EndJoining, { strict: false });
  return {
    name: 'forward-petitions-whose-window-is-over',
    everyMs: EVERY_MS,
    run: async () => void (await ending.run()),
  };
}
