import { type INestApplicationContext, Logger } from '@nestjs/common';
import { MinutesIntegrityReader } from '#features/assemblies/minutes/minutes-integrity.reader.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 6 * 3_600_000;

/** Signed minutes are compared with their signatures; a change is named in the log. */
export function compareMinutesWithWhatWasSigned(app: INestApplicationContext): PeriodicJob {
  const integrity = app.get(MinutesIntegrityReader, { strict: false });
  const logger = new Logger('minutes');
  return {
    name: 'compare-minutes-with-what-was-signed',
    everyMs: EVERY_MS,
    run: async () => {
      for (const { id, number, territory, changed } of await integrity.listBroken())
        logger.error({ id, number, territory, changed }, 'Signed minutes were changed');
    },
  };
}
