import { Injectable } from '@nestjs/common';
import { LotteryReader } from '#features/participation/results/lottery/lottery.reader.js';
import { ResultReader } from '#features/participation/results/result.reader.js';
import { assertClosed } from '#features/participation/results/settled-result.js';
import { TallyStudyReader } from '#features/participation/results/tally-study.reader.js';
import { withLacks } from '#features/participation/results/tally-study.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { presentResult, type ResultParts, type ResultView } from './result.presenter.js';

/** Gathers what is told of a result, to programs and to people alike. */
@Injectable()
export class ResultAnswers {
  constructor(
    private readonly rounds: RoundReader,
    private readonly results: ResultReader,
    private readonly studies: TallyStudyReader,
    private readonly lotteries: LotteryReader,
  ) {}

  /** @throws DomainError not-found `round.not_found`; rule-violated `result.not_closed`, `result.not_counted` */
  async partsOf(roundId: string): Promise<ResultParts> {
    const round = await this.rounds.getPublic(roundId);
    assertClosed(round);
    const counted = await this.results.get(roundId);
    const [study, lottery, tallies, files] = await Promise.all([
      this.studies.get(counted.tally),
      this.lotteries.find(roundId),
      this.results.listTallies(roundId),
      this.results.listFiles(counted.tally),
    ]);
    const result = { ...counted, count: withLacks(counted.count, study) };
    return { round, result, study, lottery, tallies, files };
  }

  async viewOf(roundId: string): Promise<ResultView> {
    return presentResult(await this.partsOf(roundId));
  }
}
