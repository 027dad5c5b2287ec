import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ChangeScope } from '#features/budget/works/change-scope.js';
import { MarkScopeChangeSeen } from '#features/budget/works/mark-scope-change-seen.js';
import { ReportAsResident } from '#features/budget/works/report-as-resident.js';
import { WorksReader } from '#features/budget/works/works.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { Access } from '#platform/http/access.js';
import { versionIn } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { ResidentReportDto, ScopeChangeDto } from './works-acts.dto.js';
import { presentWorks, type WorksView } from './works.presenter.js';

/** What is changed of a project under way, and what residents see of it. */
@ApiTags('works')
@Controller('api/v1')
export class WorksSeenController {
  constructor(
    private readonly proposals: ProposalReader,
    private readonly works: WorksReader,
    private readonly changeScope: ChangeScope,
    private readonly markSeen: MarkScopeChangeSeen,
    private readonly reportAsResident: ReportAsResident,
  ) {}

  @Post('projects/:id/scope-changes')
  @Access({ roles: ['officer', 'akim'] })
  @ApiOperation({
    operationId: 'changeScope',
    summary: 'What is built changes: what it was, what it becomes, and why',
  })
  async change(
    @Param('id') id: string,
    @Body() change: ScopeChangeDto,
    @Req() request: FastifyRequest,
  ): Promise<WorksView> {
    const { id: projectId } = await this.proposals.getFor(undefined, id);
    const asked = { person: signedInOf(request)!, projectId, version: versionIn(request) };
    await this.changeScope.run(asked, change);
    return presentWorks(await this.works.get(projectId));
  }

  @Post('scope-changes/:id/seen')
  @Access({ roles: ['resident'] })
  @ApiOperation({
    operationId: 'markScopeChangeSeen',
    summary: 'The author of the project has seen the change; it is no consent',
  })
  async seen(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<WorksView> {
    const projectId = await this.markSeen.run(signedInOf(request)!, id);
    return presentWorks(await this.works.get(projectId));
  }

  @Post('projects/:id/reports')
  @Costs('words')
  @Access({ roles: ['resident'] })
  @ApiOperation({
    operationId: 'reportAsResident',
    summary: 'A resident says of the works: built, or not so, with a photo',
  })
  async report(
    @Param('id') id: string,
    @Body() { verdict, text = '', language = 'kk', enclosures = [] }: ResidentReportDto,
    @Req() request: FastifyRequest,
  ): Promise<WorksView> {
    const report = { verdict, text, language, enclosures };
    const { id: projectId } = await this.proposals.getFor(undefined, id);
    await this.reportAsResident.run(signedInOf(request)!, projectId, report);
    return presentWorks(await this.works.get(projectId));
  }
}
