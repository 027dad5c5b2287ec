import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AgreeBudget } from '#features/budget/local-budgets/agree-budget.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { ConcludeOnAmendment } from '#features/budget/local-budgets/conclude-on-amendment.js';
import { GiveOpinion } from '#features/budget/local-budgets/give-opinion.js';
import { ProposeAmendment } from '#features/budget/local-budgets/propose-amendment.js';
import { SubmitBudget } from '#features/budget/local-budgets/submit-budget.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import {
  AkimConclusionDto,
  AmendmentDto,
  amendmentOf,
  OpinionDto,
  opinionOf,
} from './budget-acts.dto.js';
import { AgreementDto } from './budget-fields.dto.js';
import {
  type BudgetView,
  presentAmendment,
  presentBudget,
  presentOpinion,
  presentVersion,
} from './budget.presenter.js';
import { presentDifferences } from './differences.presenter.js';

/** What happens to a draft before the session, and what became of it. */
@ApiTags('budgets')
@Controller('api/v1/budgets/:id')
export class BudgetActsController {
  constructor(
    private readonly budgets: BudgetReader,
    private readonly agreeBudget: AgreeBudget,
    private readonly submitBudget: SubmitBudget,
    private readonly proposeAmendment: ProposeAmendment,
    private readonly concludeOnAmendment: ConcludeOnAmendment,
    private readonly giveOpinion: GiveOpinion,
  ) {}

  @Post('agreement')
  @HttpCode(200)
  @Access({ roles: ['secretary', 'officer', 'akim'] })
  @ApiOperation({
    operationId: 'agreeBudget',
    summary: 'The assembly agreed the draft: its minutes',
  })
  async agree(
    @Param('id', KnownId) id: string,
    @Body() { minutes, item }: AgreementDto,
    @Req() request: FastifyRequest,
  ): Promise<BudgetView> {
    const agreement = { budgetId: id, minutesId: minutes, item };
    await this.agreeBudget.run(signedInOf(request)!, agreement);
    return presentBudget(await this.budgets.get(id));
  }

  @Post('submission')
  @HttpCode(200)
  @Access({ roles: ['officer', 'akim'] })
  @ApiOperation({ operationId: 'submitBudget', summary: 'Submit the draft to the maslikhat' })
  async submit(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<BudgetView> {
    await this.submitBudget.run(signedInOf(request)!, id);
    return presentBudget(await this.budgets.get(id));
  }

  @Get('amendments')
  @Access('public')
  @ApiOperation({ operationId: 'listAmendments', summary: 'Amendments with their money' })
  async amendments(@Param('id', KnownId) id: string) {
    const { id: known } = await this.budgets.get(id);
    const rows = await this.budgets.listAmendments(known);
    return { items: rows.map(presentAmendment), next: null };
  }

  @Post('amendments')
  @Access({ roles: ['deputy', 'maslikhat-secretary'] })
  @ApiOperation({ operationId: 'amendBudget', summary: 'A balanced change with its money named' })
  async amend(
    @Param('id', KnownId) id: string,
    @Body() body: AmendmentDto,
    @Req() request: FastifyRequest,
  ) {
    const made = await this.proposeAmendment.run(signedInOf(request)!, id, amendmentOf(body));
    const rows = await this.budgets.listAmendments(id);
    return presentAmendment(rows.find((row) => row.id === made)!);
  }

  @Post('amendments/:amendment/akim-conclusion')
  @HttpCode(200)
  @Access({ roles: ['akim'] })
  @ApiOperation({ operationId: 'concludeOnAmendment', summary: 'The akim’s conclusion' })
  async conclude(
    @Param('id', KnownId) budgetId: string,
    @Param('amendment', KnownId) amendmentId: string,
    @Body() { agrees, reasons }: AkimConclusionDto,
    @Req() request: FastifyRequest,
  ) {
    const conclusion = { budgetId, amendmentId, agrees, reasons: reasons ?? null };
    await this.concludeOnAmendment.run(signedInOf(request)!, conclusion);
    const rows = await this.budgets.listAmendments(budgetId);
    return presentAmendment(rows.find((row) => row.id === amendmentId)!);
  }

  @Get('opinions')
  @Access('public')
  @ApiOperation({ operationId: 'listOpinions', summary: 'Opinions of standing commissions' })
  async opinions(@Param('id', KnownId) id: string) {
    const { id: known } = await this.budgets.get(id);
    const rows = await this.budgets.listOpinions(known);
    return { items: rows.map(presentOpinion), next: null };
  }

  @Post('opinions')
  @Access({ roles: ['maslikhat-secretary'] })
  @ApiOperation({ operationId: 'giveOpinion', summary: 'A commission for or against, by line' })
  async opine(
    @Param('id', KnownId) budgetId: string,
    @Body() body: OpinionDto,
    @Req() request: FastifyRequest,
  ) {
    const opinion = await this.giveOpinion.run(signedInOf(request)!, opinionOf(budgetId, body));
    return { opinion };
  }

  @Get('versions')
  @Access('public')
  @ApiOperation({ operationId: 'listBudgetVersions', summary: 'What the budget was at each act' })
  async versions(@Param('id', KnownId) id: string) {
    const { id: known } = await this.budgets.get(id);
    const rows = await this.budgets.listVersions(known);
    return { items: rows.map(presentVersion), next: null };
  }

  @Get('differences')
  @Access('public')
  @ApiOperation({
    operationId: 'compareBudget',
    summary: 'Residents chose X, the budget holds Y; what each act changed',
  })
  async differences(@Param('id', KnownId) id: string) {
    const { id: known } = await this.budgets.get(id);
    const [chosen, versions] = await Promise.all([
      this.budgets.listChosen(known),
      this.budgets.listVersions(known),
    ]);
    return presentDifferences(chosen, versions);
  }
}
