import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { IntegrityReportReader } from '#features/proof/integrity/integrity-report.reader.js';
import { PressureReportReader } from '#features/proof/pressure-reports/pressure-report.reader.js';
import { integrityThresholdsOn } from '#rules/integrity/integrity-thresholds.js';
import { civilDateOf } from '#platform/clock/clock.js';
import { Access } from '#platform/http/access.js';
import { type IntegrityView, presentIntegrity } from './integrity.presenter.js';

/** What stands out in a voting, by thresholds that are public before it. */
@ApiTags('results')
@Controller('api/v1/rounds/:id/integrity')
export class IntegrityController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly reports: IntegrityReportReader,
    private readonly pressure: PressureReportReader,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({ operationId: 'findIntegrityReport', summary: 'What stood out in the voting' })
  async find(@Param('id') id: string): Promise<IntegrityView> {
    const { calendar } = await this.rounds.getPublic(id);
    const report = await this.reports.find(id);
    const thresholds = integrityThresholdsOn(civilDateOf(calendar.votingFrom));
    return presentIntegrity(thresholds, report, await this.pressure.countsOf(id));
  }
}
