import { Injectable, Logger } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { SignatureCountRepository } from './signature-count.repository.js';
import { SignatureCountReader } from './signature-count.reader.js';

/** Compared once a night, whatever the number of processes. */
const EVERY_HOURS = 20;

/**
 * Compares the counts that people are shown with the rows that stand behind them. A difference is a
 * fault of ours: it is repaired, recorded and told to the log.
 */
@Injectable()
export class CompareSignatureCounts {
  private readonly logger = new Logger('signature-counts');

  constructor(
    private readonly counts: SignatureCountReader,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /** @returns how many petitions showed a wrong count */
  async run(): Promise<number> {
    let wrong = 0;
    for (const id of await this.counts.listDue(EVERY_HOURS)) if (await this.compare(id)) wrong += 1;
    return wrong;
  }

  private async compare(petitionId: string): Promise<boolean> {
    const { at } = await this.clock.now();
    const check = await this.unitOfWork.run(async (tx) => {
      const counts = tx.of(SignatureCountRepository);
      const compared = await counts.compare(petitionId);
      await counts.addCheck(petitionId, at, compared);
      return compared;
    });
    const isWrong = check.shown !== check.counted || check.placesRepaired > 0;
    if (isWrong) this.logger.error({ petition: petitionId, ...check }, 'a count was wrong');
    return isWrong;
  }
}
