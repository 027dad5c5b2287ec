import { Injectable } from '@nestjs/common';
import { ResultReader } from '#features/participation/results/result.reader.js';
import { assertClosed } from '#features/participation/results/settled-result.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { presentResult, type ResultParts, type ResultView } from './result.presenter.js';

/** Gathers what is told of a result, to programs and to people alike. */
@Injectable()
export class ResultAnswers {
  constructor(
    private readonly rounds: RoundReader,
    private readonly results: ResultReader,
  ) {}

  /** @throws DomainError not-found `round.not_found`; rule-violated `result.not_closed`, `result.not_counted` */
  async partsOf(roundId: string): Promise<ResultParts> {
    const round = await this.rounds.getPublic(roundId);
    assertClosed(round);
    const result = await this.results.get(roundId);
    const tallies = await this.results.listTallies(roundId);
    return { round, result, tallies, files: await this.results.listFiles(result.tally) };
  }

  async viewOf(roundId: string): Promise<ResultView> {
    return presentResult(await this.partsOf(roundId));
  }
}
