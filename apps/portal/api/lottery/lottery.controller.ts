import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ConfirmDraw } from '#features/participation/results/lottery/confirm-draw.js';
import { EnterDraw } from '#features/participation/results/lottery/enter-draw.js';
import { LotteryReader } from '#features/participation/results/lottery/lottery.reader.js';
import { PromiseLottery } from '#features/participation/results/lottery/promise-lottery.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { LotteryPromiseDto, PromisedDrawDto } from './lottery.dto.js';
import { presentLottery, type LotteryView } from './lottery.presenter.js';

/** The lottery promised for the ties of a round, and its draws. */
@ApiTags('results')
@Controller('api/v1/rounds/:id/lottery')
export class LotteryController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly lotteries: LotteryReader,
    private readonly promiseLottery: PromiseLottery,
    private readonly enterDraw: EnterDraw,
    private readonly confirmDraw: ConfirmDraw,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({ operationId: 'findLottery', summary: 'Commitment, public value and every draw' })
  async find(@Param('id') id: string): Promise<LotteryView> {
    await this.rounds.getPublic(id);
    const lottery = await this.lotteries.find(id);
    if (!lottery) throw new DomainError('not-found', 'result.no_lottery');
    return presentLottery(lottery);
  }

  @Post()
  @Access({ roles: ['officer'] })
  @ApiOperation({ operationId: 'promiseLottery', summary: 'Promise a lottery before the voting' })
  async promise(
    @Param('id') id: string,
    @Body() { value }: LotteryPromiseDto,
    @Req() request: FastifyRequest,
  ): Promise<LotteryView> {
    await this.promiseLottery.run(signedInOf(request)!, id, value);
    return this.find(id);
  }

  @Post('draws')
  @Access({ roles: ['officer'] })
  @ApiOperation({ operationId: 'enterDraw', summary: 'Enter the public value of a draw' })
  async enter(
    @Param('id') id: string,
    @Body() draw: PromisedDrawDto,
    @Req() request: FastifyRequest,
  ): Promise<LotteryView> {
    await this.enterDraw.run(signedInOf(request)!, id, draw);
    return this.find(id);
  }

  @Post('draws/:draw/confirmation')
  @Access({ roles: ['officer'] })
  @ApiOperation({
    operationId: 'confirmDraw',
    summary: 'Confirm a draw as another officer; count with its seed',
  })
  async confirm(
    @Param('id') id: string,
    @Param('draw') draw: string,
    @Req() request: FastifyRequest,
  ): Promise<LotteryView> {
    await this.confirmDraw.run(signedInOf(request)!, id, draw);
    return this.find(id);
  }
}
