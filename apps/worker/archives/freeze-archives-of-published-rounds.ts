import type { INestApplicationContext } from '@nestjs/common';
import { ArchiveReader } from '#features/proof/archives/archive.reader.js';
import { FreezeArchive } from '#features/proof/archives/freeze-archive.js';
import { LedgerKey } from '#features/proof/ledger/ledger-key.js';
import { ResultReader } from '#features/participation/results/result.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';
import { Views } from '#platform/views/views.js';
import { archiveTexts } from './archive-texts.js';

const EVERY_MS = 5_000;

/** The languages that an official text must have. */
const LANGUAGES = ['kk', 'ru'] as const;

/** After a result was published and is in the ledger: its archive, once for ever. */
export function freezeArchivesOfPublishedRounds(app: INestApplicationContext): PeriodicJob {
  const archives = app.get(ArchiveReader, { strict: false });
  const freezing = app.get(FreezeArchive, { strict: false });
  const rounds = app.get(RoundReader, { strict: false });
  const results = app.get(ResultReader, { strict: false });
  const views = app.get(Views, { strict: false });
  const { lines: keys } = app.get(LedgerKey, { strict: false });
  return {
    name: 'freeze-archives-of-published-rounds',
    everyMs: EVERY_MS,
    run: async (stopping) => {
      for (const roundId of await archives.listToMake()) {
        if (stopping?.aborted) return;
        const round = await rounds.getPublic(roundId);
        const result = await results.get(roundId);
        const files = await results.listFiles(result.tally);
        const archived = { round, result, files };
        const texts = LANGUAGES.flatMap((lang) => archiveTexts(views.wording(lang), archived));
        await freezing.run(roundId, { texts, keys });
      }
    },
  };
}
