import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HearingReader } from '#features/budget/hearings/hearing.reader.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { TrailReader } from '#features/budget/trail/trail.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { isOriginKind } from '#rules/budgets/line-origin.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { BudgetLineRow } from '#features/budget/local-budgets/budget-row.js';
import type { Wording } from '#platform/views/wording.js';
import { PageController, Show } from '../_frame/page-route.js';
import { findSum } from '../budget-desk/typed-values.js';
import { presentTrailPage } from '../trail/trail.presenter.js';
import { COMMISSIONERS, CommissionDesk } from './commission-desk.js';
import { presentDossier } from './dossier.presenter.js';
import { presentItem } from './item.presenter.js';

const MOST_ADDED = 10n ** 17n;

/** C01 and C02: the dossier of a budget, and one line with what stands above and below it. */
@PageController('commission-desk/:id')
export class DossierController {
  constructor(
    private readonly dossiers: CommissionDesk,
    private readonly budgets: BudgetReader,
    private readonly hearings: HearingReader,
    private readonly proposals: ProposalReader,
    private readonly trails: TrailReader,
  ) {}

  @Show('', COMMISSIONERS)
  async dossier(
    @Param('id') id: string,
    @Query('origin') origin: unknown,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const { page, budget, isSecretary } = await this.dossiers.open(request, id);
    const [chosen, amendments, opinions, hearings] = await Promise.all([
      this.budgets.listChosen(budget.id),
      this.budgets.listAmendments(budget.id),
      this.budgets.listOpinions(budget.id),
      this.hearings.listOf(budget.id),
    ]);
    const kind = typeof origin === 'string' && isOriginKind(origin) ? origin : null;
    const shown = { budget, isSecretary, kind, chosen, amendments, opinions, hearings };
    return page.render('commission-desk/dossier', presentDossier(shown, page.say));
  }

  @Show('lines/:number', COMMISSIONERS)
  async item(
    @Param('id') id: string,
    @Param('number') number: string,
    @Query('add') add: unknown,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const { page, budget } = await this.dossiers.open(request, id);
    const line = budget.lines.find((one) => String(one.number) === number);
    if (!line) throw new DomainError('not-found', 'budget.line_not_found');
    const [amendments, opinions, trail] = await Promise.all([
      this.budgets.listAmendments(budget.id),
      this.budgets.listOpinions(budget.id),
      this.trailOf(line, page.say),
    ]);
    const asked = typeof add === 'string' ? add.slice(0, 30) : '';
    const shown = { budget, line, amendments, opinions, trail, asked, addTiyn: sumOf(asked) };
    return page.render('commission-desk/item', presentItem(shown, page.say));
  }

  /** Who wanted the line, with votes and the history of its cost; for residents' projects. */
  private async trailOf({ originKind, originNumber }: BudgetLineRow, say: Wording) {
    if (originKind !== 'project' || originNumber === null) return [];
    const project = await this.proposals.getFor(undefined, originNumber);
    return presentTrailPage(project, await this.trails.get(project.id), say).steps;
  }
}

/** A sum to try with; what is none, is nothing. */
function sumOf(text: string): bigint {
  const sum = findSum(text) ?? 0n;
  return sum > 0n && sum < MOST_ADDED ? sum : 0n;
}
