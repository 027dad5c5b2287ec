import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { RefineBudget } from '#features/budget/sessions/refine-budget.js';
import { KnownId } from '#platform/http/known-id.js';
import { TakeWithFile } from '../_frame/file-form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { textsIn } from '../assembly-desk/typed-fields.js';
import { SECRETARIES } from './desk-access.js';
import { VOTE_FIELDS, votesIn } from './named-votes.js';
import { refinementIn } from './refinement-form.js';
import { presentRefinement } from './refinement.presenter.js';
import { type SessionFormAct, SessionForms } from './session-forms.js';

/** An adopted budget changes during its year; residents' projects that lose money are told why. */
@PageController('session-desk/sessions/:id/budgets/:budget/refinement')
export class RefinementController {
  constructor(
    private readonly forms: SessionForms,
    private readonly budgets: BudgetReader,
    private readonly refineBudget: RefineBudget,
  ) {}

  @Show('', SECRETARIES)
  show(
    @Param('id', KnownId) id: string,
    @Param('budget', KnownId) budget: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    return this.forms.show(request, id, this.form(budget));
  }

  @TakeWithFile('', SECRETARIES)
  take(
    @Param('id', KnownId) id: string,
    @Param('budget', KnownId) budget: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    return this.forms.take(request, id, this.form(budget));
  }

  private form(budgetId: string): SessionFormAct {
    return {
      name: 'refinement',
      path: `budgets/${budgetId}/refinement`,
      fields: FIELDS,
      model: async (form, sent) => presentRefinement(form, await this.budgets.get(budgetId), sent),
      act: async ({ page, session, hall }, fields, annexes) => {
        const budget = await this.budgets.get(budgetId);
        await this.refineBudget.run(page.person!, {
          budgetId,
          sessionId: session.id,
          number: fields.text('number'),
          text: textsIn(fields, 'text'),
          refusalReasons: null,
          votes: votesIn(fields, hall),
          annexes,
          ...refinementIn(fields, budget),
        });
        return `/session-desk/sessions/${session.id}`;
      },
    };
  }
}

const FIELDS = [
  'changes',
  'sources',
  'revenueFall',
  'justificationKk',
  'justificationRu',
  'justification',
  'calculation',
  'akimAgrees',
  'fates',
  ...VOTE_FIELDS,
  'file',
];
