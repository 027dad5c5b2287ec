import type { INestApplicationContext } from '@nestjs/common';
import { StudyTally } from '#features/participation/results/study-tally.js';
import { TallyStudyReader } from '#features/participation/results/tally-study.reader.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 2_000;

/** After a count: its measures, another rule beside it, and what each loser lacked. */
export function studyCountedRounds(app: INestApplicationContext): PeriodicJob {
  const studies = app.get(TallyStudyReader, { strict: false });
  const studying = app.get(StudyTally, { strict: false });
  return {
    name: 'study-counted-rounds',
    everyMs: EVERY_MS,
    run: async (stopping) => {
      for (const roundId of await studies.listToStudy()) {
        if (stopping?.aborted) return;
        await studying.run(roundId, stopping);
      }
    },
  };
}
