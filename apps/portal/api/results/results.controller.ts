import { Controller, Get, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ResultReader } from '#features/participation/results/result.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { Access } from '#platform/http/access.js';
import { FromReplica } from '#platform/http/public-reading.interceptor.js';
import { Costs } from '#platform/limits/costs.js';
import { sendElectionFile } from './election-file-answer.js';
import { ResultAnswers } from './result-answers.js';
import type { ResultView } from './result.presenter.js';
import { resultsCsv } from './results-csv.js';

/** What a round came to; nothing of it exists for anybody before the voting has ended. */
@ApiTags('results')
@Controller('api/v1/rounds/:id')
export class ResultsController {
  constructor(
    private readonly answers: ResultAnswers,
    private readonly results: ResultReader,
  ) {}

  @Get('results')
  @FromReplica()
  @Access('public')
  @ApiOperation({
    operationId: 'findResult',
    summary: 'Winners in their sequence, and for every project the reason and what it lacked',
  })
  async find(@Param('id') id: string): Promise<ResultView> {
    return this.answers.viewOf(id);
  }

  @Get('results.csv')
  @FromReplica()
  @Costs('export')
  @Access('public')
  @ApiProduces('text/csv')
  @ApiQuery({ name: 'for', required: false, enum: ['sheet'] })
  @ApiOperation({ operationId: 'downloadResultTable', summary: 'The projects of a result as CSV' })
  async table(
    @Param('id') id: string,
    @Query('for') use: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { result } = await this.answers.partsOf(id);
    void reply.type('text/csv; charset=utf-8');
    return resultsCsv(result, use === 'sheet' ? 'sheet' : 'plain');
  }

  @Get('election.pb')
  @Costs('export')
  @Access('public')
  @ApiProduces('text/plain')
  @ApiQuery({ name: 'pot', required: false, description: 'KATO; without it the round’s own pot' })
  @ApiOperation({ operationId: 'downloadElection', summary: 'The counted ballots, Pabulib format' })
  async election(
    @Param('id') id: string,
    @Query('pot') pot: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { round, result } = await this.answers.partsOf(id);
    const territory = typeof pot === 'string' ? pot : mainPotOf(round);
    const file = await this.results.getFile(result.tally, territory);
    return sendElectionFile(file, { round, request, reply });
  }
}

/** The pot of the whole territory where there is one, else the first. */
function mainPotOf({ territory, pots }: RoundRow): string {
  const own = pots.find((pot) => pot.territory === territory);
  return (own ?? pots[0])?.territory ?? territory;
}
