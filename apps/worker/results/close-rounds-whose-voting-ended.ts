import type { INestApplicationContext } from '@nestjs/common';
import { CloseRound } from '#features/participation/results/close-round.js';
import { CountRound } from '#features/participation/results/count-round.js';
import { ResultReader } from '#features/participation/results/result.reader.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 1_000;

/** At the published instant the voting ends by itself, and the count follows at once. */
export function closeRoundsWhoseVotingEnded(app: INestApplicationContext): PeriodicJob {
  const results = app.get(ResultReader, { strict: false });
  const closing = app.get(CloseRound, { strict: false });
  const counting = app.get(CountRound, { strict: false });
  return {
    name: 'close-rounds-whose-voting-ended',
    everyMs: EVERY_MS,
    run: async () => {
      const failures: unknown[] = [];
      for (const roundId of await results.listToCount()) {
        await closeAndCount(roundId).catch((error: unknown) => failures.push(error));
      }
      // One round that cannot be counted must not keep the others waiting.
      if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
    },
  };

  async function closeAndCount(roundId: string): Promise<void> {
    await closing.run(roundId, null);
    await counting.run(roundId);
  }
}
