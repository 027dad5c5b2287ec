import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CloseRound } from '#features/participation/results/close-round.js';
import { CountRound } from '#features/participation/results/count-round.js';
import { DrawLotsInTie } from '#features/participation/results/draw-lots-in-tie.js';
import { RepeatCount } from '#features/participation/results/repeat-count.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { RepeatedTallyDto, TieDrawDto } from './result-acts.dto.js';
import { ResultAnswers } from './result-answers.js';
import type { ResultView } from './result.presenter.js';

/** Closing a round and counting it. */
@ApiTags('results')
@Controller('api/v1/rounds/:id')
export class ClosureController {
  constructor(
    private readonly answers: ResultAnswers,
    private readonly closeRound: CloseRound,
    private readonly countRound: CountRound,
    private readonly repeatCount: RepeatCount,
    private readonly drawLots: DrawLotsInTie,
  ) {}

  @Post('closure')
  @Access({ roles: ['officer'] })
  @ApiOperation({
    operationId: 'closeRound',
    summary: 'Close a round whose time is over; count it',
  })
  async close(@Param('id') id: string, @Req() request: FastifyRequest): Promise<ResultView> {
    await this.closeRound.run(id, signedInOf(request)!);
    await this.countRound.run(id);
    return this.answers.viewOf(id);
  }

  @Post('tallies')
  @Access({ roles: ['officer'] })
  @ApiOperation({ operationId: 'repeatCount', summary: 'Count again, for a stated reason' })
  async repeat(
    @Param('id') id: string,
    @Body() { reason }: RepeatedTallyDto,
    @Req() request: FastifyRequest,
  ): Promise<ResultView> {
    await this.repeatCount.run(signedInOf(request)!, id, reason);
    return this.answers.viewOf(id);
  }

  @Post('tie-draw')
  @Access({ roles: ['officer'] })
  @ApiOperation({
    operationId: 'drawLotsInTie',
    summary: 'Record a public draw that settles a tie',
  })
  async draw(
    @Param('id') id: string,
    @Body() { seed, protocolNumber, text }: TieDrawDto,
    @Req() request: FastifyRequest,
  ): Promise<ResultView> {
    await this.drawLots.run(signedInOf(request)!, id, { seed, protocolNumber, text });
    return this.answers.viewOf(id);
  }
}
