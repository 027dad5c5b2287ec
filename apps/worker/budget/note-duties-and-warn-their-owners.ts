import type { INestApplicationContext } from '@nestjs/common';
import { NoteDuties } from '#features/budget/obligations/note-duties.js';
import { WarnOfDuties } from '#features/budget/obligations/warn-of-duties.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 10_000;

/** Duties follow the records by a few seconds; their owners are told in time. */
export function noteDutiesAndWarnTheirOwners(app: INestApplicationContext): PeriodicJob {
  const noting = app.get(NoteDuties, { strict: false });
  const warning = app.get(WarnOfDuties, { strict: false });
  return {
    name: 'note-duties-and-warn-their-owners',
    everyMs: EVERY_MS,
    run: async () => {
      await noting.run();
      await warning.run();
    },
  };
}
