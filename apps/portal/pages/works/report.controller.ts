import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MarkScopeChangeSeen } from '#features/budget/works/mark-scope-change-seen.js';
import { ReportAsResident } from '#features/budget/works/report-as-resident.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { Costs } from '#platform/limits/costs.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import { TakeWithFile } from '../_frame/file-form.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { languageIn, languageRadios } from '../inquiries/inquiry-form.js';
import { type FormAct, WorksForms } from './works-forms.js';

const RESIDENTS = { roles: ['resident'] };
const VERDICTS = ['built', 'not-so'] as const;
const VERDICT = {
  name: 'verdict',
  legend: 'worksDesk.report.verdict',
  codes: VERDICTS,
  texts: 'worksDesk.verdicts',
};

/** A resident says what is there; the author of the project marks a change as seen. */
@PageController('projects/:number/works')
export class ResidentReportController {
  constructor(
    private readonly pages: Pages,
    private readonly forms: WorksForms,
    private readonly reportAsResident: ReportAsResident,
    private readonly markSeen: MarkScopeChangeSeen,
  ) {}

  @Show('report', RESIDENTS)
  async show(@Req() request: FastifyRequest, @Param('number') number: string): Promise<string> {
    return this.forms.showToResident(request, number, this.form);
  }

  @TakeWithFile('report', RESIDENTS)
  @Costs('words')
  async take(@Req() request: FastifyRequest, @Param('number') number: string): Promise<PageAnswer> {
    return this.forms.takeFromResident(request, number, this.form);
  }

  @Take('seen', RESIDENTS)
  async seen(@Req() request: FastifyRequest, @Param('number') number: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    await this.markSeen.run(page.person!, formFieldsOf(request).text('change'));
    return page.goTo(`/projects/${encodeURIComponent(number)}/works#changes`);
  }

  private readonly form: FormAct = {
    name: 'report',
    fields: ['verdict', 'text', 'language', 'file'],
    model: ({ page }, sent) => ({
      verdict: choiceRadios(VERDICT, sent, page.say),
      language: languageRadios(sent, page.say),
    }),
    act: ({ person, projectId }, fields, enclosures) =>
      this.reportAsResident.run(person, projectId, {
        verdict: verdictIn(fields),
        text: fields.text('text').slice(0, 4_000),
        language: languageIn(fields),
        enclosures,
      }),
  };
}

function verdictIn(fields: FormFields) {
  const verdict = VERDICTS.find((each) => each === fields.text('verdict'));
  if (verdict) return verdict;
  const faults = [{ code: 'form.choose_one', field: 'verdict' }];
  throw new DomainError('rule-violated', 'form.invalid', { faults });
}
