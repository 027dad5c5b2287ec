import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LotteryReader } from '#features/participation/results/lottery/lottery.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { SetUpRound } from '#features/participation/rounds/set-up-round.js';
import { Access } from '#platform/http/access.js';
import { entityTagOf } from '#platform/http/entity-tag.js';
import { FromReplica } from '#platform/http/public-reading.interceptor.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { type LotteryView, presentLottery } from '../lottery/lottery.presenter.js';
import { type PageOf, pageOf } from '../page-query.dto.js';
import { NewRoundDto } from './new-round.dto.js';
import { roundTermsOf } from './round-terms.js';
import { presentRound, type RoundView } from './round.presenter.js';
import { RoundsQueryDto } from './rounds-query.dto.js';

/** Rounds of the participation budget. */
@ApiTags('rounds')
@Controller('api/v1/rounds')
export class RoundsController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly setUpRound: SetUpRound,
    private readonly lotteries: LotteryReader,
  ) {}

  @Post()
  @Access({ roles: ['officer'] })
  @ApiOperation({ operationId: 'setUpRound', summary: 'Set up a round' })
  async create(@Body() body: NewRoundDto, @Req() request: FastifyRequest): Promise<RoundView> {
    const { territory, year } = body;
    const terms = { ...roundTermsOf(body), territory, year };
    const id = await this.setUpRound.run(signedInOf(request)!, terms);
    return presentRound(await this.rounds.getPublic(id));
  }

  @Get()
  @FromReplica()
  @Access('public')
  @ApiOperation({ operationId: 'listRounds', summary: 'Rounds, the newest first' })
  async list(@Query() query: RoundsQueryDto): Promise<PageOf<RoundView>> {
    const rows = await this.rounds.list({ ...query, limit: query.limit + 1 });
    return pageOf(rows, query.limit, { key: (row) => row.id, present: presentRound });
  }

  @Get(':id')
  @Access('public')
  @ApiOperation({ operationId: 'findRound', summary: 'A round with its phase by the clock' })
  async find(
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoundView & { readonly lottery: LotteryView | null }> {
    const round = await this.rounds.getPublic(id);
    const lottery = await this.lotteries.find(id);
    void reply.header('etag', entityTagOf(round.version));
    return { ...presentRound(round), lottery: lottery && presentLottery(lottery) };
  }
}
