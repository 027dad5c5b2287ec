import { Body, Controller, Get, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DraftProposal } from '#features/participation/proposals/draft-proposal.js';
import { EditProposal } from '#features/participation/proposals/edit-proposal.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { SubmitProposal } from '#features/participation/proposals/submit-proposal.js';
import { WithdrawProposal } from '#features/participation/proposals/withdraw-proposal.js';
import { Access } from '#platform/http/access.js';
import { entityTagOf, requiredVersion, versionIn } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { proposalFieldsOf } from './proposal-fields.js';
import { ProposalFieldsDto } from './proposal-fields.dto.js';
import { presentProposal, type ProposalView } from './proposal.presenter.js';
import { WithdrawalDto } from './withdrawal.dto.js';

/** Proposals of residents, from the first draft. */
@ApiTags('proposals')
@Controller('api/v1')
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalReader,
    private readonly draftProposal: DraftProposal,
    private readonly editProposal: EditProposal,
    private readonly submitProposal: SubmitProposal,
    private readonly withdrawProposal: WithdrawProposal,
  ) {}

  @Post('rounds/:id/proposals')
  @Costs('proposal')
  @Access({ roles: ['resident'] })
  @ApiOperation({ operationId: 'draftProposal', summary: 'Begin a proposal: a draft' })
  async draft(
    @Param('id', KnownId) round: string,
    @Body() body: ProposalFieldsDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalView> {
    const id = await this.draftProposal.run(signedInOf(request)!, round, proposalFieldsOf(body));
    return this.show(id, request, reply);
  }

  @Get('proposals/:id')
  @Access('public')
  @ApiOperation({
    operationId: 'findProposal',
    summary: 'A proposal; a draft only to its author and the officers of its territory',
  })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalView> {
    return this.show(id, request, reply);
  }

  @Patch('proposals/:id')
  @Access({ roles: ['resident'] })
  @ApiOperation({ operationId: 'editProposal', summary: 'Write on in one’s own proposal' })
  @ApiHeader({ name: 'If-Match', required: true })
  async edit(
    @Param('id', KnownId) id: string,
    @Body() body: ProposalFieldsDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalView> {
    const edit = { id, fields: proposalFieldsOf(body), version: requiredVersion(request) };
    await this.editProposal.run(signedInOf(request)!, edit);
    return this.show(id, request, reply);
  }

  @Post('proposals/:id/submission')
  @Access({ roles: ['resident'] })
  @ApiOperation({ operationId: 'submitProposal', summary: 'Submit, or submit the correction' })
  @ApiHeader({ name: 'If-Match', required: false })
  async submit(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalView> {
    await this.submitProposal.run(signedInOf(request)!, { id, version: versionIn(request) });
    return this.show(id, request, reply);
  }

  @Post('proposals/:id/withdrawal')
  @Access({ roles: ['resident'] })
  @ApiOperation({ operationId: 'withdrawProposal', summary: 'Take one’s own proposal back' })
  @ApiHeader({ name: 'If-Match', required: false })
  async withdraw(
    @Param('id', KnownId) id: string,
    @Body() body: WithdrawalDto,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string; withdrawn: true }> {
    const withdrawal = { id, reason: body.reason ?? '', version: versionIn(request) };
    await this.withdrawProposal.run(signedInOf(request)!, withdrawal);
    return { id, withdrawn: true };
  }

  private async show(
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<ProposalView> {
    const person = signedInOf(request);
    const row = await this.proposals.getFor(person, id);
    void reply.header('etag', entityTagOf(row.version));
    return presentProposal(row, person);
  }
}
