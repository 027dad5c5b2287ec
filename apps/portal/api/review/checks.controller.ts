import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CheckProposal } from '#features/participation/expert-review/check-proposal.js';
import { EstimateProposal } from '#features/participation/expert-review/estimate-proposal.js';
import { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import { ReturnProposal } from '#features/participation/expert-review/return-proposal.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { actRequestOf } from './act-request.js';
import { CheckDto } from './check.dto.js';
import { EstimateDto, estimateDraftOf } from './estimate.dto.js';
import { findingsOf } from './finding.dto.js';
import { ReturnDto } from './return.dto.js';
import { answerWithCard } from './review-answer.js';
import type { ReviewCardView } from './review-card.presenter.js';

/** Officers check a proposal, send it back, estimate it. */
@ApiTags('review')
@Controller('api/v1/proposals/:id')
export class ChecksController {
  constructor(
    private readonly checkProposal: CheckProposal,
    private readonly returnProposal: ReturnProposal,
    private readonly estimateProposal: EstimateProposal,
    private readonly reviews: ProposalReviewReader,
  ) {}

  @Post('check')
  @Access({ roles: ['officer'] })
  @ApiOperation({ operationId: 'checkProposal', summary: 'Formal check by the checklist' })
  async check(
    @Param('id', KnownId) id: string,
    @Body() body: CheckDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewCardView> {
    await this.checkProposal.run(actRequestOf(request, id), findingsOf(body.checklist));
    return answerWithCard(this.reviews, id, reply);
  }

  @Post('return')
  @Access({ roles: ['officer'] })
  @ApiOperation({
    operationId: 'returnProposal',
    summary: 'To be corrected, field by field, by a deadline',
  })
  async sendBack(
    @Param('id', KnownId) id: string,
    @Body() { remarks, deadline }: ReturnDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewCardView> {
    const order = { remarks: remarks.map((each) => ({ ...each })), deadline: deadline ?? null };
    await this.returnProposal.run(actRequestOf(request, id), order);
    return answerWithCard(this.reviews, id, reply);
  }

  @Post('estimate')
  @Access({ roles: ['officer'] })
  @ApiOperation({
    operationId: 'estimateProposal',
    summary: 'Technical estimate; the checked cost is the sum of its lines',
  })
  async estimate(
    @Param('id', KnownId) id: string,
    @Body() body: EstimateDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewCardView> {
    await this.estimateProposal.run(actRequestOf(request, id), estimateDraftOf(body));
    return answerWithCard(this.reviews, id, reply);
  }
}
