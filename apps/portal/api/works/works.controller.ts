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
    @Param('id') id: string,
    @Body() contract: WorksContractDto,
    @Req() request: FastifyRequest,
  ): Promise<WorksView> {
    const asked = await this.ask(request, id);
    await this.signContract.run(asked, contractOf(contract));
    return this.present(asked);
  }

  @Post('milestones')
  @Access(BUILDERS)
  @ApiOperation({
    operationId: 'noteMilestone',
    summary: 'The contract, or how far the works are, what is paid, why they are late',
  })
  async milestone(
    @Param('id') id: string,
    @Body() { contract, ...progress }: MilestoneDto,
    @Req() request: FastifyRequest,
  ): Promise<WorksView> {
    const asked = await this.ask(request, id);
    if (contract) await this.signContract.run(asked, contractOf(contract));
    else await this.noteMilestone.run(asked, milestoneOf(progress));
    return this.present(asked);
  }

  @Post('works-decisions')
  @Access(BUILDERS)
  @ApiOperation({
    operationId: 'decideOnWorks',
    summary: 'Postpone the works, take them up again, or cancel them, with a reason',
  })
  async decide(
    @Param('id') id: string,
    @Body() decision: WorksDecisionDto,
    @Req() request: FastifyRequest,
  ): Promise<WorksView> {
    const asked = await this.ask(request, id);
    await this.decideOnWorks.run(asked, decision);
    return this.present(asked);
  }

  @Post('acceptance')
  @Access(BUILDERS)
  @ApiOperation({ operationId: 'acceptWorks', summary: 'Accept finished works by an act' })
  async accept(
    @Param('id') id: string,
    @Body() { enclosures = [], ...acceptance }: AcceptanceDto,
    @Req() request: FastifyRequest,
  ): Promise<WorksView> {
    const asked = await this.ask(request, id);
    await this.acceptWorks.run(asked, { ...acceptance, enclosures });
    return this.present(asked);
  }

  /** @param idOrNumber of a project that everybody may see */
  private async ask(request: FastifyRequest, idOrNumber: string): Promise<WorksAsked> {
    const { id: projectId } = await this.proposals.getFor(undefined, idOrNumber);
    return { person: signedInOf(request)!, projectId, version: versionIn(request) };
  }

  private async present({ projectId }: WorksAsked): Promise<WorksView> {
    return presentWorks(await this.works.get(projectId));
  }
}

function contractOf({ sum, ...contract }: WorksContractDto) {
  return { ...contract, sumTiyn: tiynOf(sum) };
}

function milestoneOf({ paid, ...body }: Omit<MilestoneDto, 'contract'>) {
  const { finishBy = null, delayReason = null, place = '', note = '', enclosures = [] } = body;
  const { latitude, longitude } = body;
  const isPlaced = latitude !== undefined && longitude !== undefined;
  const site = isPlaced ? { latitude, longitude } : { latitude: null, longitude: null };
  const said = { finishBy, delayReason, place, note, enclosures };
  return { ...body, ...site, ...said, paidTiyn: tiynOf(paid) };
}
