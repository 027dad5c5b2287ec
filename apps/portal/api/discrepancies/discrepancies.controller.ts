import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DiscrepancyReader, keyOf } from '#features/budget/discrepancies/discrepancy.reader.js';
import { Access } from '#platform/http/access.js';
import { Views } from '#platform/views/views.js';
import { type PageOf, pageOf } from '../page-query.dto.js';
import { DiscrepanciesQueryDto } from './discrepancies-query.dto.js';
import { type DiscrepancyView, presentDiscrepancy } from './discrepancy.presenter.js';

/** What does not follow from what it should. */
@ApiTags('discrepancies')
@Controller('api/v1/discrepancies')
export class DiscrepanciesController {
  constructor(
    private readonly discrepancies: DiscrepancyReader,
    private readonly views: Views,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'listDiscrepancies',
    summary: 'What the records of money and meetings lack or contradict, the newest first',
  })
  async list(@Query() query: DiscrepanciesQueryDto): Promise<PageOf<DiscrepancyView>> {
    const rows = await this.discrepancies.list({ ...query, limit: query.limit + 1 });
    return pageOf(rows, query.limit, {
      key: keyOf,
      present: (row) => presentDiscrepancy(row, this.views),
    });
  }

  @Get(':id')
  @Access('public')
  @ApiOperation({ operationId: 'findDiscrepancy', summary: 'One of them, while it stands' })
  async find(@Param('id') id: string): Promise<DiscrepancyView> {
    return presentDiscrepancy(await this.discrepancies.get(id), this.views);
  }
}
