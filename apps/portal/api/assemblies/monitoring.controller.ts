import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { MonitoringReportRow } from '#features/assemblies/monitoring/monitoring-report-row.js';
import { MonitoringReader } from '#features/assemblies/monitoring/monitoring.reader.js';
import { PublishMonitoringReport } from '#features/assemblies/monitoring/publish-monitoring-report.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';
import { MonitoringReportDto } from './monitoring.dto.js';

/** What monitoring commissions of local communities found. */
@ApiTags('assemblies')
@Controller('api/v1/territories/:kato/monitoring-reports')
export class MonitoringController {
  constructor(
    private readonly monitoring: MonitoringReader,
    private readonly publishReport: PublishMonitoringReport,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'listMonitoringReports',
    summary: 'Reports of a unit and of those below it, the latest period first',
  })
  async list(@Param('kato') kato: string) {
    const rows = await this.monitoring.listIn(kato);
    return { items: rows.map(presentReport), next: null };
  }

  @Post()
  @Access({ roles: ['secretary'] })
  @ApiOperation({
    operationId: 'publishMonitoringReport',
    summary: 'The signed report of a half-year, with its file',
  })
  async publish(
    @Param('kato') territory: string,
    @Body() { period: periodAt, enclosures = [], ...body }: MonitoringReportDto,
    @Req() request: FastifyRequest,
  ) {
    const fields = { ...body, territory, periodAt, enclosures };
    const id = await this.publishReport.run(signedInOf(request)!, fields);
    const rows = await this.monitoring.listIn(territory);
    return presentReport(rows.find((row) => row.id === id)!);
  }
}

function presentReport({ enclosures, territory, territoryName, ...row }: MonitoringReportRow) {
  return {
    ...row,
    territory: { kato: territory, name: territoryName },
    enclosures: enclosures.map(presentEnclosure),
  };
}
