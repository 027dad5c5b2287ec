import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AdoptBudget } from '#features/budget/sessions/adopt-budget.js';
import { RefineBudget } from '#features/budget/sessions/refine-budget.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { amendmentOf } from '../budgets/budget-acts.dto.js';
import { AdoptionDto, RefinementDto, voteOf } from './budget-vote.dto.js';
import { type DecisionView, presentDecision } from './session.presenter.js';

const SECRETARY = { roles: ['maslikhat-secretary'] };

/** What sessions decide about budgets: votes by name, a majority of all deputies. */
@ApiTags('budgets')
@Controller('api/v1/budgets/:id')
export class BudgetDecisionsController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly adoptBudget: AdoptBudget,
    private readonly refineBudget: RefineBudget,
  ) {}

  @Post('adoption')
  @Access(SECRETARY)
  @ApiOperation({
    operationId: 'adoptBudget',
    summary: 'The session’s decision: adopted by a majority of all deputies, else returned',
  })
  async adopt(
    @Param('id', KnownId) id: string,
    @Body() body: AdoptionDto,
    @Req() request: FastifyRequest,
  ): Promise<DecisionView> {
    const vote = { ...voteOf(id, body), amendments: body.amendments ?? [] };
    await this.adoptBudget.run(signedInOf(request)!, vote);
    return this.lastOf(id);
  }

  @Post('refinements')
  @Access(SECRETARY)
  @ApiOperation({
    operationId: 'refineBudget',
    summary: 'Change an adopted budget, telling what becomes of residents’ projects',
  })
  async refine(
    @Param('id', KnownId) id: string,
    @Body() body: RefinementDto,
    @Req() request: FastifyRequest,
  ): Promise<DecisionView> {
    const amendment = { ...amendmentOf(body.amendment), akimAgrees: body.akimAgrees ?? null };
    const fates = (body.fates ?? []).map(({ project, ...fate }) => ({
      ...fate,
      projectId: project,
    }));
    await this.refineBudget.run(signedInOf(request)!, { ...voteOf(id, body), amendment, fates });
    return this.lastOf(id);
  }

  @Get('decisions')
  @Access('public')
  @ApiOperation({ operationId: 'listBudgetDecisions', summary: 'Decisions about a budget' })
  async list(@Param('id', KnownId) id: string) {
    const rows = await this.sessions.listDecisions({ budget: id });
    return { items: rows.map(presentDecision), next: null };
  }

  private async lastOf(budget: string): Promise<DecisionView> {
    const rows = await this.sessions.listDecisions({ budget });
    return presentDecision(rows.at(-1)!);
  }
}
