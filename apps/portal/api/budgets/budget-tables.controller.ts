import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  ParseIntPipe,
  Patch,
  Req,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ComparisonReader } from '#features/budget/execution/comparison.reader.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { ChangeLine } from '#features/budget/local-budgets/change-line.js';
import { Access } from '#platform/http/access.js';
import { entityTagOf, requiredVersion } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { writeXlsx } from '#platform/spreadsheets/write-xlsx.js';
import { Costs } from '#platform/limits/costs.js';
import { csvTable } from '../csv-table.js';
import { LineChangesDto, lineChangesOf } from './budget-fields.dto.js';
import { type BudgetView, presentBudget } from './budget.presenter.js';
import { COMPARISON_COLUMNS, comparisonRows, presentComparison } from './comparison.presenter.js';
import { lineSheet } from './line-sheet.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A budget as a table: its lines, and their way from the draft to what was paid. */
@ApiTags('budgets')
@Controller('api/v1/budgets/:id')
export class BudgetTablesController {
  constructor(
    private readonly budgets: BudgetReader,
    private readonly comparisons: ComparisonReader,
    private readonly changeLine: ChangeLine,
  ) {}

  @Get('lines.xlsx')
  @Access('public')
  @Costs('export')
  @Header('content-type', XLSX)
  @Header('content-disposition', 'attachment; filename="budget-lines.xlsx"')
  @ApiOperation({ operationId: 'spreadBudgetLines', summary: 'Lines of a budget, XLSX' })
  async sheet(@Param('id', KnownId) id: string): Promise<Buffer> {
    const { lines, year } = await this.budgets.get(id);
    return writeXlsx(lineSheet(lines, String(year)));
  }

  @Patch('lines/:number')
  @Access({ roles: ['officer', 'akim'] })
  @ApiOperation({ operationId: 'changeBudgetLine', summary: 'Change a line of a draft' })
  @ApiHeader({ name: 'If-Match', required: true })
  async change(
    @Param('id', KnownId) budgetId: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() body: LineChangesDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BudgetView> {
    const version = requiredVersion(request);
    const edit = { budgetId, number, changes: lineChangesOf(body), version };
    await this.changeLine.run(signedInOf(request)!, edit);
    const budget = await this.budgets.get(budgetId);
    void reply.header('etag', entityTagOf(budget.version));
    return presentBudget(budget);
  }

  @Get('comparison')
  @Access('public')
  @ApiOperation({
    operationId: 'compareBudgetLines',
    summary: 'Each line: draft, adopted, refined, executed',
  })
  async compare(@Param('id', KnownId) id: string) {
    return presentComparison(await this.comparisons.get(id));
  }

  @Get('comparison.csv')
  @Access('public')
  @Costs('export')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="budget-comparison.csv"')
  @ApiOperation({ operationId: 'tabulateBudgetComparison', summary: 'The comparison, CSV' })
  async table(@Param('id', KnownId) id: string): Promise<string> {
    const rows = comparisonRows(await this.comparisons.get(id));
    return csvTable(rows, { columns: COMPARISON_COLUMNS, kind: 'plain' });
  }
}
