import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ComparisonReader } from '#features/budget/execution/comparison.reader.js';
import { EnterExecution } from '#features/budget/execution/enter-execution.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { BudgetDeskReader } from '#features/budget/local-budgets/desk.reader.js';
import { EnterQuarterlyPlan } from '#features/budget/local-budgets/enter-quarterly-plan.js';
import { Access } from '#platform/http/access.js';
import { versionIn } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { ExecutionDto, executionOf, PlanDto, planOf, presentPlan } from './budget-execution.dto.js';
import { presentComparison } from './comparison.presenter.js';

const DRAFTERS = { roles: ['officer', 'akim'] };

/** What is spent: by the plan of a quarter while there is no budget, by its lines once there is. */
@ApiTags('budgets')
@Controller('api/v1/budgets/:id')
export class BudgetExecutionController {
  constructor(
    private readonly budgets: BudgetReader,
    private readonly desk: BudgetDeskReader,
    private readonly comparisons: ComparisonReader,
    private readonly enterPlan: EnterQuarterlyPlan,
    private readonly enterExecution: EnterExecution,
  ) {}

  @Get('quarterly-plans')
  @Access('public')
  @ApiOperation({ operationId: 'listQuarterlyPlans', summary: 'Plans in place of a late budget' })
  async plans(@Param('id', KnownId) id: string) {
    await this.budgets.getPath(id);
    return { items: (await this.desk.listPlans(id)).map(presentPlan), next: null };
  }

  @Post('quarterly-plans')
  @Access(DRAFTERS)
  @ApiOperation({
    operationId: 'enterQuarterlyPlan',
    summary: 'The act with the plan of a quarter',
  })
  async plan(
    @Param('id', KnownId) id: string,
    @Body() body: PlanDto,
    @Req() request: FastifyRequest,
  ) {
    await this.enterPlan.run(signedInOf(request)!, id, planOf(body));
    return presentPlan((await this.desk.listPlans(id)).at(-1)!);
  }

  @Post('executions')
  @HttpCode(201)
  @Access(DRAFTERS)
  @ApiOperation({ operationId: 'enterExecution', summary: 'What was paid to the end of a quarter' })
  async execute(
    @Param('id', KnownId) id: string,
    @Body() body: ExecutionDto,
    @Req() request: FastifyRequest,
  ) {
    const entry = { ...executionOf(id, body), version: versionIn(request) };
    await this.enterExecution.run(signedInOf(request)!, entry);
    return presentComparison(await this.comparisons.get(id));
  }
}
