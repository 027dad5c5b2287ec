import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptWorks } from '#features/budget/works/accept-works.js';
import { DecideOnWorks } from '#features/budget/works/decide-on-works.js';
import { NoteMilestone } from '#features/budget/works/note-milestone.js';
import type { WorksAsked } from '#features/budget/works/record-works-act.js';
import { SignContract } from '#features/budget/works/sign-contract.js';
import { WorksReader } from '#features/budget/works/works.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { Access } from '#platform/http/access.js';
import { entityTagOf, versionIn } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { tiynOf } from '../money.js';
import {
  AcceptanceDto,
  MilestoneDto,
  WorksContractDto,
  WorksDecisionDto,
} from './works-acts.dto.js';
import { presentWorks, type WorksView } from './works.presenter.js';

const BUILDERS = { roles: ['officer', 'akim'] };

/** From the contract to the warranty; everything about it is public. */
@ApiTags('works')
@Controller('api/v1/projects/:id')
export class WorksController {
  constructor(
    private readonly proposals: ProposalReader,
    private readonly works: WorksReader,
    private readonly signContract: SignContract,
    private readonly noteMilestone: NoteMilestone,
    private readonly acceptWorks: AcceptWorks,
    private readonly decideOnWorks: DecideOnWorks,
  ) {}

  @Get('works')
  @Access('public')
  @ApiOperation({ operationId: 'findWorks', summary: 'The works of a winning project, act by act' })
  async find(
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorksView> {
    const project = await this.proposals.getFor(undefined, id);
    const works = await this.works.get(project.id);
    void reply.header('etag', entityTagOf(works.version));
    return presentWorks(works);
  }

  @Post('contract')
  @Access(BUILDERS)
  @ApiOperation({ operationId: 'signWorksContract', summary: 'Enter the contract of the works' })
  async contract(
    @Param('id', KnownId) id: string,
    @Body() { sum, ...contract }: WorksContractDto,
    @Req() request: FastifyRequest,
  ): Promise<WorksView> {
    await this.signContract.run(askedBy(request, id), { ...contract, sumTiyn: tiynOf(sum) });
    return this.present(id);
  }

  @Post('milestones')
  @Access(BUILDERS)
  @ApiOperation({
    operationId: 'noteMilestone',
    summary: 'How far the works are, what is paid, why they are late; with photos',
  })
  async milestone(
    @Param('id', KnownId) id: string,
    @Body() body: MilestoneDto,
    @Req() request: FastifyRequest,
  ): Promise<WorksView> {
    await this.noteMilestone.run(askedBy(request, id), milestoneOf(body));
    return this.present(id);
  }

  @Post('works-decisions')
  @Access(BUILDERS)
  @ApiOperation({
    operationId: 'decideOnWorks',
    summary: 'Postpone the works, take them up again, or cancel them, with a reason',
  })
  async decide(
    @Param('id', KnownId) id: string,
    @Body() decision: WorksDecisionDto,
    @Req() request: FastifyRequest,
  ): Promise<WorksView> {
    await this.decideOnWorks.run(askedBy(request, id), decision);
    return this.present(id);
  }

  @Post('acceptance')
  @Access(BUILDERS)
  @ApiOperation({ operationId: 'acceptWorks', summary: 'Accept finished works by an act' })
  async accept(
    @Param('id', KnownId) id: string,
    @Body() { enclosures = [], ...acceptance }: AcceptanceDto,
    @Req() request: FastifyRequest,
  ): Promise<WorksView> {
    await this.acceptWorks.run(askedBy(request, id), { ...acceptance, enclosures });
    return this.present(id);
  }

  private async present(id: string): Promise<WorksView> {
    return presentWorks(await this.works.get(id));
  }
}

function askedBy(request: FastifyRequest, projectId: string): WorksAsked {
  return { person: signedInOf(request)!, projectId, version: versionIn(request) };
}

function milestoneOf({ paid, ...body }: MilestoneDto) {
  const { delayReason = null, place = '', note = '', enclosures = [] } = body;
  const { latitude, longitude } = body;
  const isPlaced = latitude !== undefined && longitude !== undefined;
  const site = isPlaced ? { latitude, longitude } : { latitude: null, longitude: null };
  return { ...body, ...site, paidTiyn: tiynOf(paid), delayReason, place, note, enclosures };
}
