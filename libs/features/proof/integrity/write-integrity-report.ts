import { Injectable } from '@nestjs/common';
import { assessIntegrity } from '#rules/integrity/integrity-report.js';
import { integrityThresholdsOn } from '#rules/integrity/integrity-thresholds.js';
import { publishedFigures } from '#rules/integrity/published-figures.js';
import { civilDateOf } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundReader } from '../../participation/rounds/round.reader.js';
import { IntegrityReportRepository } from './integrity-report.repository.js';
import { RoundFiguresReader } from './round-figures.reader.js';

/** After the close of a voting: what stands out in it, once for ever. */
@Injectable()
export class WriteIntegrityReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly figures: RoundFiguresReader,
  ) {}

  async run(roundId: string): Promise<void> {
    const { calendar } = await this.rounds.getPublic(roundId);
    const thresholds = integrityThresholdsOn(civilDateOf(calendar.votingFrom));
    const figures = await this.figures.of(roundId);
    await this.unitOfWork.run((tx) =>
      tx.of(IntegrityReportRepository).add({
        roundId,
        thresholds,
        figures: publishedFigures(figures),
        findings: assessIntegrity(figures, thresholds),
      }),
    );
  }
}
