import type { INestApplicationContext } from '@nestjs/common';
import { SealOpenings } from '#features/proof/openings/seal-openings.js';
import { SealedOpeningReader } from '#features/proof/openings/sealed-opening.reader.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 10_000;

/** After the close, when the last ballot is in the ledger: the auditors' file, once for ever. */
export function sealOpeningsOfClosedRounds(app: INestApplicationContext): PeriodicJob {
  const reader = app.get(SealedOpeningReader, { strict: false });
  const sealing = app.get(SealOpenings, { strict: false });
  return {
    name: 'seal-openings-of-closed-rounds',
    everyMs: EVERY_MS,
    run: async (stopping) => {
      for (const roundId of await reader.listToSeal()) {
        if (stopping?.aborted) return;
        await sealing.run(roundId);
      }
    },
  };
}
