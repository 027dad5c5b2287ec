import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundReader } from '../rounds/round.reader.js';
import { ResultReader } from './result.reader.js';
import { RoundCounter } from './round-counter.js';
import type { FoundLack } from './search-lacks.js';
import type { StudyPiece } from './study-round.js';
import { TallyStudyRepository, type NewFindings } from './tally-study.repository.js';
import { studyInThread } from './threads/round-threads.js';

/**
 * Finds out what the standing count of a round says beyond its winners. It takes up to minutes, so
 * it works in a thread, after the count and beside everything else; the result does not wait for it.
 */
@Injectable()
export class StudyTally {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly results: ResultReader,
    private readonly counter: RoundCounter,
  ) {}

  /** @param stopping ends the work; then another process begins it anew */
  async run(roundId: string, stopping?: AbortSignal): Promise<void> {
    const round = await this.rounds.getPublic(roundId);
    const { tally: tallyId, count } = await this.results.get(roundId);
    const gathered = await this.counter.gather(round, 'by-territory');
    const found: FoundLack[] = [];
    let [isWhole, stored] = [false, Promise.resolve()];
    const take = (piece: StudyPiece): void => {
      if (piece.part === 'lack') found.push(piece.findings);
      else stored = stored.then(() => this.store({ tallyId, ...piece } as NewFindings));
    };
    try {
      isWhole = await studyInThread({ gathered, count }, take, stopping);
    } finally {
      // What was found stands, also where the thread failed: it would fail again and again.
      await stored;
      if (!stopping?.aborted)
        await this.store({ tallyId, part: 'lacks', findings: { found, isWhole } });
    }
  }

  private store(findings: NewFindings): Promise<void> {
    return this.unitOfWork.run((tx) => tx.of(TallyStudyRepository).add(findings));
  }
}
