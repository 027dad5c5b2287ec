import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CloseRound } from '#features/participation/results/close-round.js';
import { CountRound } from '#features/participation/results/count-round.js';
import { DrawLotsInTie } from '#features/participation/results/draw-lots-in-tie.js';
import { RepeatCount } from '#features/participation/results/repeat-count.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { protocolIn } from './council-form.js';
import { CountPage } from './count-page.js';

const IN_OFFICE = { roles: ['officer', 'expert'] } as const;
const OFFICER = { roles: ['officer'] } as const;

/** Closing and counting a round, for those in office. */
@PageController('rounds/:id/count')
export class CountPagesController {
  constructor(
    private readonly page: CountPage,
    private readonly closeRound: CloseRound,
    private readonly countRound: CountRound,
    private readonly repeatCount: RepeatCount,
    private readonly drawLots: DrawLotsInTie,
  ) {}

  @Show('', IN_OFFICE)
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.page.show(request, id);
  }

  @Take('closure', OFFICER)
  async close(@Param('id') roundId: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.page.take(request, {
      roundId,
      fields: [],
      act: async (officer) => {
        await this.closeRound.run(roundId, officer);
        await this.countRound.run(roundId);
      },
    });
  }

  @Take('repeat', OFFICER)
  async repeat(@Param('id') roundId: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.page.take(request, {
      roundId,
      fields: ['reason'],
      act: (officer, fields) => this.repeatCount.run(officer, roundId, fields.text('reason')),
    });
  }

  @Take('draw', OFFICER)
  async draw(@Param('id') roundId: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.page.take(request, {
      roundId,
      fields: ['seed', 'protocolNumber', 'text'],
      act: (officer, fields) =>
        this.drawLots.run(officer, roundId, { ...protocolIn(fields), seed: fields.text('seed') }),
    });
  }
}
