import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AmendmentRow } from '#features/budget/local-budgets/budget-row.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { AdoptBudget } from '#features/budget/sessions/adopt-budget.js';
import { KnownId } from '#platform/http/known-id.js';
import type { Wording } from '#platform/views/wording.js';
import { TakeWithFile } from '../_frame/file-form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { textsIn } from '../assembly-desk/typed-fields.js';
import type { SentWithFiles } from '../enclosures/enclosing-form.js';
import { SECRETARIES } from './desk-access.js';
import { presentVotes, VOTE_FIELDS, votesIn } from './named-votes.js';
import { type SessionForm, type SessionFormAct, SessionForms } from './session-forms.js';

/** The session decides on a draft budget: adopted with amendments, or returned with reasons. */
@PageController('session-desk/sessions/:id/budgets/:budget/adoption')
export class AdoptionController {
  constructor(
    private readonly forms: SessionForms,
    private readonly budgets: BudgetReader,
    private readonly adoptBudget: AdoptBudget,
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
      name: 'adoption',
      path: `budgets/${budgetId}/adoption`,
      fields: [...VOTE_FIELDS, 'amendments', 'reasonsKk', 'reasonsRu', 'refusalReasons', 'file'],
      model: (form, sent) => this.model(form, sent, budgetId),
      act: async ({ page, session, hall }, fields, annexes) => {
        const reasons = textsIn(fields, 'reasons');
        await this.adoptBudget.run(page.person!, {
          budgetId,
          sessionId: session.id,
          number: fields.text('number'),
          text: textsIn(fields, 'text'),
          refusalReasons: reasons.kk === '' && reasons.ru === '' ? null : reasons,
          votes: votesIn(fields, hall),
          amendments: fields.list('amendments'),
          annexes,
        });
        return `/session-desk/sessions/${session.id}`;
      },
    };
  }

  private async model(form: SessionForm, sent: SentWithFiles, budgetId: string) {
    const { say } = form.page;
    const budget = await this.budgets.get(budgetId);
    const amendments = await this.budgets.listAmendments(budgetId);
    const place = say.official(budget.territoryName).text;
    const about = say.t('budgets.title', { place, year: String(budget.year) });
    return {
      title: say.t('sessionDesk.vote.adoption'),
      about: { text: about, path: `/budgets/${budgetId}` },
      votes: presentVotes(form, sent, say),
      amendments: amendments
        .filter(({ outcome }) => outcome === null)
        .map((amendment) => amendmentChoice(amendment, sent, say)),
    };
  }
}

/** The akim's conclusion stands beside the amendment: without it the session cannot accept it. */
function amendmentChoice(amendment: AmendmentRow, { fields }: SentWithFiles, say: Wording) {
  const { id, justification, needsAkim, akimAgrees } = amendment;
  const conclusion = akimAgrees === null ? 'awaited' : akimAgrees ? 'agrees' : 'refuses';
  return {
    value: id,
    text: say.official(justification).text,
    hint: needsAkim ? say.t(`sessionDesk.vote.akim.${conclusion}`) : undefined,
    checked: fields?.list('amendments').includes(id) ?? false,
  };
}
