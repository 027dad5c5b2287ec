import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ObligationReader } from '#features/budget/obligations/obligation.reader.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Access } from '#platform/http/access.js';
import { Costs } from '#platform/limits/costs.js';
import { type PageOf, pageOf } from '../page-query.dto.js';
import { type ObligationView, presentFigures, presentObligation } from './obligation.presenter.js';
import { ObligationFiguresQueryDto, ObligationsQueryDto } from './obligations-query.dto.js';

/** The legal clock, for everybody. */
@ApiTags('obligations')
@Controller('api/v1/obligations')
export class ObligationsController {
  constructor(
    private readonly obligations: ObligationReader,
    private readonly clock: DatabaseClock,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'listObligations',
    summary: 'Every legal duty with its owner and its last day, met or overdue',
  })
  async list(@Query() query: ObligationsQueryDto): Promise<PageOf<ObligationView>> {
    const rows = await this.obligations.list({ ...query, limit: query.limit + 1 });
    return pageOf(rows, query.limit, { key: ({ id }) => id, present: presentObligation });
  }

  @Get('figures')
  @Costs('statistics')
  @Access('public')
  @ApiOperation({
    operationId: 'measureObligations',
    summary: 'How each body keeps its terms: median days, share done in time',
  })
  async figures(@Query() { territory }: ObligationFiguresQueryDto) {
    const { today } = await this.clock.now();
    return { items: presentFigures(await this.obligations.listDays(territory), today), next: null };
  }
}
