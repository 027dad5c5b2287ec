import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublishResult } from '#features/participation/results/publish-result.js';
import { RecordCouncilDecision } from '#features/participation/results/record-council-decision.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { ResultDecisionDto } from './result-acts.dto.js';
import { ResultAnswers } from './result-answers.js';
import type { ResultView } from './result.presenter.js';

/** From the provisional result to the published one. */
@ApiTags('results')
@Controller('api/v1/rounds/:id')
export class PublicationController {
  constructor(
    private readonly answers: ResultAnswers,
    private readonly recordDecision: RecordCouncilDecision,
    private readonly publishResult: PublishResult,
  ) {}

  @Post('council-decision')
  @FreshProof()
  @Access({ roles: ['officer', 'expert'] })
  @ApiOperation({
    operationId: 'recordDecisionOnResult',
    summary: 'Record the Expert Council’s decision on the provisional result',
  })
  async decide(
    @Param('id') id: string,
    @Body() { strikes = [], ...decision }: ResultDecisionDto,
    @Req() request: FastifyRequest,
  ): Promise<ResultView> {
    await this.recordDecision.run(signedInOf(request)!, id, { ...decision, strikes });
    return this.answers.viewOf(id);
  }

  @Post('publication')
  @FreshProof()
  @Access({ roles: ['officer'] })
  @ApiOperation({
    operationId: 'publishResult',
    summary: 'Make the result final; by another officer than the one who recorded the decision',
  })
  async publish(@Param('id') id: string, @Req() request: FastifyRequest): Promise<ResultView> {
    await this.publishResult.run(signedInOf(request)!, id);
    return this.answers.viewOf(id);
  }
}
