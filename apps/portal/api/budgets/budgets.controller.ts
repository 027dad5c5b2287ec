import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseIntPipe,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddLines } from '#features/budget/local-budgets/add-lines.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { DraftBudget } from '#features/budget/local-budgets/draft-budget.js';
import { EditBudget } from '#features/budget/local-budgets/edit-budget.js';
import { RemoveLine } from '#features/budget/local-budgets/remove-line.js';
import { LINE_COLUMNS } from '#rules/budgets/line-table.js';
import { Access } from '#platform/http/access.js';
import { entityTagOf, requiredVersion } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { csvTable } from '../csv-table.js';
import { type PageOf, pageOf } from '../page-query.dto.js';
import {
  BudgetChangeDto,
  BudgetLineDto,
  BudgetLinesDto,
  NewBudgetDto,
  newLineOf,
  wholeSums,
  writtenSums,
} from './budget-fields.dto.js';
import {
  type BudgetView,
  type ListedBudgetView,
  presentBudget,
  presentListedBudget,
} from './budget.presenter.js';
import { BudgetsQueryDto } from './budgets-query.dto.js';
import { lineRows } from './line-csv.js';

const DRAFTERS = { roles: ['officer', 'akim'] };

/** Local budgets: their drafts and lines. */
@ApiTags('budgets')
@Controller('api/v1/budgets')
export class BudgetsController {
  constructor(
    private readonly budgets: BudgetReader,
    private readonly draftBudget: DraftBudget,
    private readonly editBudget: EditBudget,
    private readonly addLines: AddLines,
    private readonly removeLine: RemoveLine,
  ) {}

  @Post()
  @Access(DRAFTERS)
  @ApiOperation({ operationId: 'draftBudget', summary: 'Begin the draft of a year' })
  async draft(
    @Body() body: NewBudgetDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BudgetView> {
    const { territory, year } = body;
    const fresh = { territory, year, ...wholeSums(body) };
    return this.show(await this.draftBudget.run(signedInOf(request)!, fresh), reply);
  }

  @Get()
  @Access('public')
  @ApiOperation({ operationId: 'listBudgets', summary: 'Budgets, drafts among them' })
  async list(@Query() query: BudgetsQueryDto): Promise<PageOf<ListedBudgetView>> {
    const rows = await this.budgets.list({ ...query, limit: query.limit + 1 });
    return pageOf(rows, query.limit, { key: ({ id }) => id, present: presentListedBudget });
  }

  @Get(':id')
  @Access('public')
  @ApiOperation({
    operationId: 'findBudget',
    summary: 'A budget: calendar, sums, lines with origin',
  })
  async find(
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BudgetView> {
    return this.show(id, reply);
  }

  @Get(':id/lines.csv')
  @Costs('export')
  @Access('public')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="budget-lines.csv"')
  @ApiOperation({ operationId: 'tabulateBudgetLines', summary: 'Lines of a budget, CSV' })
  async table(@Param('id') id: string): Promise<string> {
    const { lines } = await this.budgets.get(id);
    return csvTable(lineRows(lines), { columns: LINE_COLUMNS, kind: 'plain' });
  }

  @Patch(':id')
  @Access(DRAFTERS)
  @ApiOperation({ operationId: 'editBudget', summary: 'Change the sums of a draft' })
  @ApiHeader({ name: 'If-Match', required: true })
  async edit(
    @Param('id', KnownId) id: string,
    @Body() body: BudgetChangeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BudgetView> {
    const { higherSignedOn } = body;
    const version = requiredVersion(request);
    const edit = { id, sums: writtenSums(body), higherSignedOn, version };
    await this.editBudget.run(signedInOf(request)!, edit);
    return this.show(id, reply);
  }

  @Post(':id/lines')
  @Access(DRAFTERS)
  @ApiOperation({ operationId: 'addBudgetLine', summary: 'Write a line with its origin' })
  async addLine(
    @Param('id', KnownId) id: string,
    @Body() body: BudgetLineDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BudgetView> {
    await this.addLines.run(signedInOf(request)!, id, [newLineOf(body)]);
    return this.show(id, reply);
  }

  @Post(':id/line-imports')
  @Access(DRAFTERS)
  @ApiOperation({ operationId: 'importBudgetLines', summary: 'Write many lines: all or none' })
  async importLines(
    @Param('id', KnownId) id: string,
    @Body() body: BudgetLinesDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BudgetView> {
    await this.addLines.run(signedInOf(request)!, id, body.lines.map(newLineOf));
    return this.show(id, reply);
  }

  @Delete(':id/lines/:number')
  @HttpCode(200)
  @Access(DRAFTERS)
  @ApiOperation({ operationId: 'removeBudgetLine', summary: 'Take a line out of a draft' })
  async remove(
    @Param('id', KnownId) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BudgetView> {
    await this.removeLine.run(signedInOf(request)!, id, number);
    return this.show(id, reply);
  }

  private async show(id: string, reply: FastifyReply): Promise<BudgetView> {
    const budget = await this.budgets.get(id);
    void reply.header('etag', entityTagOf(budget.version));
    return presentBudget(budget);
  }
}
