import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AcceptWorks } from '#features/budget/implementation/accept-works.js';
import { NoteMilestone } from '#features/budget/implementation/note-milestone.js';
import { PublishProgressReport } from '#features/budget/implementation/publish-progress-report.js';
import { ReportOnWorks } from '#features/budget/implementation/report-on-works.js';
import { SignContract } from '#features/budget/implementation/sign-contract.js';
import { TrailReader } from '#features/budget/trail/trail.reader.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { tiynOf } from '../money.js';
import { presentTrail, type TrailView } from '../trail/trail.presenter.js';
import {
  AcceptanceDto,
  type ContractDto,
  MilestoneDto,
  ProgressReportDto,
  ResidentReportDto,
} from './works.dto.js';

const BUILDERS = { roles: ['officer', 'akim'] };

/** Works of residents' projects; every act answers with the trail as it is now. */
@ApiTags('works')
@Controller('api/v1')
export class WorksController {
  constructor(
    private readonly trails: TrailReader,
    private readonly signContract: SignContract,
    private readonly noteMilestone: NoteMilestone,
    private readonly acceptWorks: AcceptWorks,
    private readonly reportOnWorks: ReportOnWorks,
    private readonly publishReport: PublishProgressReport,
  ) {}

  @Post('projects/:id/milestones')
  @Access(BUILDERS)
  @ApiOperation({ operationId: 'noteMilestone', summary: 'The contract, or progress at the works' })
  async milestone(
    @Param('id') project: string,
    @Body() body: MilestoneDto,
    @Req() request: FastifyRequest,
  ): Promise<TrailView> {
    const officer = signedInOf(request)!;
    if (body.contract) await this.signContract.run(officer, project, contractOf(body.contract));
    else await this.noteMilestone.run(officer, { project, ...progressOf(body) });
    return this.show(project);
  }

  @Post('projects/:id/acceptance')
  @Access(BUILDERS)
  @ApiOperation({ operationId: 'acceptWorks', summary: 'Accept finished works by an act' })
  async accept(
    @Param('id') project: string,
    @Body() { photos = [], ...act }: AcceptanceDto,
    @Req() request: FastifyRequest,
  ): Promise<TrailView> {
    await this.acceptWorks.run(signedInOf(request)!, { ...act, project, photos });
    return this.show(project);
  }

  @Post('projects/:id/reports')
  @Access('signed-in')
  @ApiOperation({ operationId: 'reportOnWorks', summary: '"Built", or "not so" with a picture' })
  async report(
    @Param('id') project: string,
    @Body() { verdict, text = '', photos = [] }: ResidentReportDto,
    @Req() request: FastifyRequest,
  ): Promise<TrailView> {
    await this.reportOnWorks.run(signedInOf(request)!, { project, verdict, text, photos });
    return this.show(project);
  }

  @Post('rounds/:id/progress-reports')
  @Access(BUILDERS)
  @ApiOperation({ operationId: 'publishProgressReport', summary: 'The report on a quarter' })
  async publish(
    @Param('id', KnownId) roundId: string,
    @Body() { periodFrom, text }: ProgressReportDto,
    @Req() request: FastifyRequest,
  ): Promise<{ periodFrom: string }> {
    await this.publishReport.run(signedInOf(request)!, { roundId, periodFrom, text });
    return { periodFrom };
  }

  private async show(project: string): Promise<TrailView> {
    return presentTrail(await this.trails.get(project));
  }
}

function contractOf({ sum, ...contract }: ContractDto) {
  return { ...contract, sumTiyn: tiynOf(sum) };
}

function progressOf(body: MilestoneDto) {
  const { on, percent, paid, finishBy, delayReason, note = '', photos = [] } = body;
  const paidTiyn = tiynOf(paid);
  const reasons = { delayReason: delayReason ?? null, finishBy: finishBy ?? null };
  return { milestone: { on, percent, paidTiyn, note, ...reasons }, photos };
}
