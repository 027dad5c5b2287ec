import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublishQuarterlyReport } from '#features/budget/quarterly-reports/publish-quarterly-report.js';
import { QuarterlyReportReader } from '#features/budget/quarterly-reports/quarterly-report.reader.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { QuarterlyReportDto } from './quarterly-report.dto.js';
import { presentQuarters } from './quarterly-report.presenter.js';

/** The akimat's reports on the works of a round, quarter by quarter. */
@ApiTags('works')
@Controller('api/v1/rounds/:id/reports')
export class QuarterlyReportsController {
  constructor(
    private readonly reports: QuarterlyReportReader,
    private readonly publishReport: PublishQuarterlyReport,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'listQuarterlyReports',
    summary: 'Every quarter that is owed, with its report or without',
  })
  async list(@Param('id') id: string) {
    return presentQuarters(await this.reports.get(id));
  }

  @Post()
  @Access({ roles: ['officer'] })
  @ApiOperation({
    operationId: 'publishQuarterlyReport',
    summary: 'Report on a quarter that is over; the figures come from the records',
  })
  async publish(
    @Param('id', KnownId) id: string,
    @Body() report: QuarterlyReportDto,
    @Req() request: FastifyRequest,
  ) {
    await this.publishReport.run(signedInOf(request)!, id, report);
    return presentQuarters(await this.reports.get(id));
  }
}
