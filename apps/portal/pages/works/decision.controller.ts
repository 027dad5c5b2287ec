import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DecideOnWorks, WORKS_DECISIONS } from '#features/budget/works/decide-on-works.js';
import { possibleWorksActs } from '#rules/implementation/works-lifecycle.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import { TakeWithFile } from '../_frame/file-form.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { pairIn } from './form-values.js';
import { type FormAct, WorksForms } from './works-forms.js';

const BUILDERS = { roles: ['officer', 'akim'] };

/** Works are postponed, taken up again or cancelled, with a reason. */
@PageController('projects/:number/works/decision')
export class WorksDecisionController {
  constructor(
    private readonly forms: WorksForms,
    private readonly decideOnWorks: DecideOnWorks,
  ) {}

  @Show('', BUILDERS)
  async show(@Req() request: FastifyRequest, @Param('number') number: string): Promise<string> {
    return this.forms.show(request, number, this.form);
  }

  @TakeWithFile('', BUILDERS)
  async take(@Req() request: FastifyRequest, @Param('number') number: string): Promise<PageAnswer> {
    return this.forms.take(request, number, this.form);
  }

  private readonly form: FormAct = {
    name: 'decision',
    fields: ['act', 'reasonKk', 'reasonRu', 'reason'],
    model: ({ page, works }, sent) => {
      const possible = possibleWorksActs(works.state);
      const codes = WORKS_DECISIONS.filter((act) => possible.includes(act));
      const choice = { name: 'act', legend: 'worksDesk.decision.act', texts: 'works.acts', codes };
      return { act: choiceRadios(choice, sent, page.say) };
    },
    act: (asked, fields) =>
      this.decideOnWorks.run(asked, { act: actIn(fields), reason: pairIn(fields, 'reason') }),
  };
}

function actIn(fields: FormFields) {
  const act = WORKS_DECISIONS.find((each) => each === fields.text('act'));
  if (act) return act;
  const faults = [{ code: 'form.choose_one', field: 'act' }];
  throw new DomainError('rule-violated', 'form.invalid', { faults });
}
