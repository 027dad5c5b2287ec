import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppealRefusal } from '#features/participation/expert-review/appeal-refusal.js';
import { DecideAppeal } from '#features/participation/expert-review/decide-appeal.js';
import { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import { Access } from '#platform/http/access.js';
import { versionIn } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { AppealDecisionDto, AppealDto, reExaminationOf } from './appeal.dto.js';
import { answerWithCard } from './review-answer.js';
import type { ReviewCardView } from './review-card.presenter.js';

/** The author's remarks on a refusal, and the decision of another officer. */
@ApiTags('review')
@Controller('api/v1')
export class AppealsController {
  constructor(
    private readonly appealRefusal: AppealRefusal,
    private readonly decideAppeal: DecideAppeal,
    private readonly reviews: ProposalReviewReader,
  ) {}

  @Post('proposals/:id/appeal')
  @Costs('complaint')
  @Access('signed-in')
  @ApiOperation({
    operationId: 'appealRefusal',
    summary: 'The author objects to a provisional refusal',
  })
  async appeal(
    @Param('id', KnownId) proposalId: string,
    @Body() { remarks }: AppealDto,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string; proposal: string }> {
    const person = signedInOf(request)!;
    const id = await this.appealRefusal.run({ proposalId, person }, remarks);
    return { id, proposal: proposalId };
  }

  @Post('appeals/:id/decision')
  @Access({ roles: ['officer'] })
  @ApiOperation({
    operationId: 'decideAppeal',
    summary: 'Re-examination, never by the officer who refused',
  })
  async decide(
    @Param('id', KnownId) appealId: string,
    @Body() body: AppealDecisionDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewCardView> {
    const act = { appealId, person: signedInOf(request)!, seenVersion: versionIn(request) };
    return answerWithCard(
      this.reviews,
      await this.decideAppeal.run(act, reExaminationOf(body)),
      reply,
    );
  }
}
