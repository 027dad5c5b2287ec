import type { INestApplicationContext } from '@nestjs/common';
import { NoteOverdue } from '#features/assemblies/akim-answers/note-overdue.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 60_000;

/** Late minutes and late answers are told about once. */
export function tellThatMinutesAndAnswersAreLate(app: INestApplicationContext): PeriodicJob {
  const noting = app.get(NoteOverdue, { strict: false });
  return {
    name: 'tell-that-minutes-and-answers-are-late',
    everyMs: EVERY_MS,
    run: async () => void (await noting.run()),
  };
}
