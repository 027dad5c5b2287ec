import { Body, Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdmitProposal } from '#features/participation/expert-review/admit-proposal.js';
import { GroupProposal } from '#features/participation/expert-review/group-proposal.js';
import { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import { RecordCouncilDecision } from '#features/participation/expert-review/record-council-decision.js';
import { RefuseProposal } from '#features/participation/expert-review/refuse-proposal.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { actRequestOf } from './act-request.js';
import { AdmissionDto, admissionTermsOf } from './admission.dto.js';
import { CouncilDecisionDto, councilRecordOf } from './council-decision.dto.js';
import { ExclusiveGroupDto } from './exclusive-group.dto.js';
import { RefusalDto } from './refusal.dto.js';
import { answerWithCard } from './review-answer.js';
import type { ReviewCardView } from './review-card.presenter.js';

/** The Expert Council's decision, the admission and the refusal; the card that everybody sees. */
@ApiTags('review')
@Controller('api/v1/proposals/:id')
export class DecisionsController {
  constructor(
    private readonly recordDecision: RecordCouncilDecision,
    private readonly admitProposal: AdmitProposal,
    private readonly refuseProposal: RefuseProposal,
    private readonly groupProposal: GroupProposal,
    private readonly reviews: ProposalReviewReader,
  ) {}

  @Get('evaluation')
  @Access('public')
  @ApiOperation({
    operationId: 'findEvaluation',
    summary: 'Evaluation card: criteria, costs, votes of the Council, refusals and appeals',
  })
  async find(
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewCardView> {
    return answerWithCard(this.reviews, id, reply);
  }

  @Post('council-decision')
  @Access({ roles: ['officer', 'expert'] })
  @ApiOperation({
    operationId: 'recordCouncilDecision',
    summary: "The Expert Council's vote, member by member, by its protocol",
  })
  async decide(
    @Param('id', KnownId) id: string,
    @Body() body: CouncilDecisionDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewCardView> {
    await this.recordDecision.run(actRequestOf(request, id), councilRecordOf(body));
    return answerWithCard(this.reviews, id, reply);
  }

  @Post('admission')
  @Access({ roles: ['officer', 'expert'] })
  @ApiOperation({
    operationId: 'admitProposal',
    summary: 'Admitted to the vote with the checked cost; draws its number on the ballot',
  })
  async admit(
    @Param('id', KnownId) id: string,
    @Body() body: AdmissionDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewCardView> {
    await this.admitProposal.run(actRequestOf(request, id), admissionTermsOf(body));
    return answerWithCard(this.reviews, id, reply);
  }

  @Post('refusal')
  @Access({ roles: ['officer', 'expert'] })
  @ApiOperation({
    operationId: 'refuseProposal',
    summary: 'Refused provisionally, with grounds from the closed list and reasons',
  })
  async refuse(
    @Param('id', KnownId) id: string,
    @Body() { grounds, reasons }: RefusalDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewCardView> {
    await this.refuseProposal.run(actRequestOf(request, id), { grounds, reasons: { ...reasons } });
    return answerWithCard(this.reviews, id, reply);
  }

  @Put('exclusive-group')
  @Access({ roles: ['officer'] })
  @ApiOperation({
    operationId: 'putExclusiveGroup',
    summary: 'Name the group of proposals that cannot be built together, or leave it',
  })
  async group(
    @Param('id', KnownId) id: string,
    @Body() body: ExclusiveGroupDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewCardView> {
    await this.groupProposal.run(actRequestOf(request, id), body.group);
    return answerWithCard(this.reviews, id, reply);
  }
}
