import type { INestApplicationContext } from '@nestjs/common';
import { CompareSignatureCounts } from '#features/petitions/signatures/compare-signature-counts.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 3_600_000;

/** Once a day each shown count is compared with the rows behind it. */
export function compareSignatureCountsAtNight(app: INestApplicationContext): PeriodicJob {
  const comparing = app.get(CompareSignatureCounts, { strict: false });
  return {
    name: 'compare-signature-counts-at-night',
    everyMs: EVERY_MS,
    run: async () => void (await comparing.run()),
  };
}
