import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DeputyReader } from '#features/registry/deputies/deputy.reader.js';
import { RecordDeputyReport } from '#features/registry/deputies/record-deputy-report.js';
import { RegisterRecallRequest } from '#features/registry/deputies/register-recall-request.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { type DeputyView, presentDeputy } from './deputy.presenter.js';
import { DeputyReportDto, RecallRequestDto } from './mandate-acts.dto.js';

const SECRETARIES = { roles: ['maslikhat-secretary'] };

/** Yearly reports of deputies, and requests of voters for a recall. */
@ApiTags('deputies')
@Controller('api/v1/deputies/:id')
export class DeputyDutiesController {
  constructor(
    private readonly deputies: DeputyReader,
    private readonly recordReport: RecordDeputyReport,
    private readonly registerRecall: RegisterRecallRequest,
  ) {}

  @Post('reports')
  @Access(SECRETARIES)
  @ApiOperation({
    operationId: 'recordDeputyReport',
    summary: 'A deputy told the population of a year’s work',
  })
  async report(
    @Param('id', KnownId) id: string,
    @Body() { year, on, place, link, enclosures = [] }: DeputyReportDto,
    @Req() request: FastifyRequest,
  ): Promise<DeputyView> {
    const report = { year, on, place, link: link || null, enclosures };
    await this.recordReport.run(signedInOf(request)!, id, report);
    return presentDeputy(await this.deputies.get(id));
  }

  @Post('recall-requests')
  @Access(SECRETARIES)
  @ApiOperation({
    operationId: 'registerRecallRequest',
    summary: 'Voters asked for a recall; only of a single-mandate deputy',
  })
  async recall(
    @Param('id', KnownId) id: string,
    @Body() { number, on }: RecallRequestDto,
    @Req() request: FastifyRequest,
  ): Promise<DeputyView> {
    await this.registerRecall.run(signedInOf(request)!, id, { number, on });
    return presentDeputy(await this.deputies.get(id));
  }
}
