import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ActOnPressureReport } from '#features/proof/pressure-reports/act-on-pressure-report.js';
import { FollowPressureReport } from '#features/proof/pressure-reports/follow-pressure-report.js';
import {
  OpenPressureReport,
  type OpenedPressureReport,
} from '#features/proof/pressure-reports/open-pressure-report.js';
import { territoriesOfReader } from '#features/proof/pressure-reports/pressure-report.policy.js';
import { PressureReportReader } from '#features/proof/pressure-reports/pressure-report.reader.js';
import {
  ReportPressure,
  type PressureReceipt,
} from '#features/proof/pressure-reports/report-pressure.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { NewPressureReportDto, PressureActDto, PressureCaseDto } from './pressure-report.dto.js';
import {
  presentPressureCase,
  presentPressureReport,
  type PressureCaseView,
  type PressureReportView,
} from './pressure-report.presenter.js';

const AUDITORS = { roles: ['auditor'] };
const MOST = 200;

/** Reports of pressure and vote buying: written by anybody, read by the auditor alone. */
@ApiTags('pressure-reports')
@Controller('api/v1/pressure-reports')
export class PressureReportsController {
  constructor(
    private readonly reports: PressureReportReader,
    private readonly reportPressure: ReportPressure,
    private readonly followReport: FollowPressureReport,
    private readonly openReport: OpenPressureReport,
    private readonly actOnReport: ActOnPressureReport,
  ) {}

  @Post()
  @Costs('pressure-report')
  @Access('public')
  @ApiOperation({ operationId: 'reportPressure', summary: 'Report pressure; nobody is asked who' })
  async report(@Body() body: NewPressureReportDto): Promise<PressureReceipt> {
    const { round = null, contact = '', ...report } = body;
    return this.reportPressure.run({ ...report, round, contact });
  }

  @Post('lookup')
  @Costs('pressure-report')
  @Access('public')
  @HttpCode(200)
  @ApiOperation({ operationId: 'followPressureReport', summary: 'One’s own case, by its code' })
  async follow(@Body() body: PressureCaseDto): Promise<PressureCaseView> {
    return presentPressureCase(await this.followReport.run(body.case, body.code));
  }

  @Get()
  @Access(AUDITORS)
  @ApiOperation({ operationId: 'listPressureReports', summary: 'Cases, without what was written' })
  async list(@Req() request: FastifyRequest): Promise<{ items: PressureReportView[]; next: null }> {
    const rows = await this.reports.list(territoriesOfReader(signedInOf(request)!), MOST);
    return { items: rows.map(presentPressureReport), next: null };
  }

  @Get(':id')
  @Access(AUDITORS)
  @ApiOperation({ operationId: 'readPressureReport', summary: 'What was written; noted as read' })
  async read(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PressureReportView & OpenedPressureReport> {
    const person = signedInOf(request)!;
    const row = await this.reports.get(id, territoriesOfReader(person));
    return { ...presentPressureReport(row), ...(await this.openReport.run(person, id)) };
  }

  @Post(':id/acts')
  @Access(AUDITORS)
  @ApiOperation({ operationId: 'actOnPressureReport', summary: 'Take up, pass on, answer' })
  async act(
    @Param('id', KnownId) id: string,
    @Body() body: PressureActDto,
    @Req() request: FastifyRequest,
  ): Promise<PressureReportView> {
    const person = signedInOf(request)!;
    await this.actOnReport.run(person, id, body);
    return presentPressureReport(await this.reports.get(id, territoriesOfReader(person)));
  }
}
