import type { INestApplicationContext } from '@nestjs/common';
import { RoundFiguresReader } from '#features/proof/integrity/round-figures.reader.js';
import { WriteIntegrityReport } from '#features/proof/integrity/write-integrity-report.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 5_000;

/** After the close of a voting: what stands out in it. */
export function writeIntegrityReports(app: INestApplicationContext): PeriodicJob {
  const figures = app.get(RoundFiguresReader, { strict: false });
  const writing = app.get(WriteIntegrityReport, { strict: false });
  return {
    name: 'write-integrity-reports',
    everyMs: EVERY_MS,
    run: async (stopping) => {
      for (const roundId of await figures.listClosedWithoutReport()) {
        if (stopping?.aborted) return;
        await writing.run(roundId);
      }
    },
  };
}
