import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PublishResult } from '#features/participation/results/publish-result.js';
import { RecordCouncilDecision } from '#features/participation/results/record-council-decision.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Take } from '../_frame/page-route.js';
import { decisionIn } from './council-form.js';
import { CountPage } from './count-page.js';

/** The Council's decision and the publication, for those in office. */
@PageController('rounds/:id/count')
export class PublicationPagesController {
  constructor(
    private readonly page: CountPage,
    private readonly recordDecision: RecordCouncilDecision,
    private readonly publishResult: PublishResult,
  ) {}

  @Take('decision', { roles: ['officer', 'expert'] })
  @FreshProof()
  async decide(@Param('id') roundId: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.page.take(request, {
      roundId,
      fields: ['protocolNumber', 'text', 'strikes'],
      act: (person, fields) => this.recordDecision.run(person, roundId, decisionIn(fields)),
    });
  }

  @Take('publication', { roles: ['officer'] })
  @FreshProof()
  async publish(@Param('id') roundId: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.page.take(request, {
      roundId,
      fields: [],
      act: (officer) => this.publishResult.run(officer, roundId),
    });
  }
}
