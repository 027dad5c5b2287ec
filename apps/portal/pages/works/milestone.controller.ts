import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NoteMilestone } from '#features/budget/works/note-milestone.js';
import { DELAY_REASONS, isDelayReason } from '#rules/implementation/milestone.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import { TakeWithFile } from '../_frame/file-form.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { dayIn } from '../deputy-register/day-in-form.js';
import type { SentWithFiles } from '../enclosures/enclosing-form.js';
import { dayInput, firstValue, sumIn, typedSum, wholeIn } from './form-values.js';
import { type FormAct, type WorksForm, WorksForms } from './works-forms.js';

const BUILDERS = { roles: ['officer', 'akim'] };
const FIELDS = ['on', 'percent', 'paid', 'place', 'note', 'finishBy', 'delayReason', 'file'];
const NO_DELAY = 'none';
const REASON = {
  name: 'delayReason',
  legend: 'worksDesk.milestone.reason',
  hint: 'worksDesk.milestone.reasonHint',
  codes: [NO_DELAY, ...DELAY_REASONS],
  texts: 'worksDesk.delays',
  chosen: NO_DELAY,
};

/** From the building site, on a phone: how far, how much is paid, photos, why it is late. */
@PageController('projects/:number/works/milestone')
export class MilestoneController {
  constructor(
    private readonly forms: WorksForms,
    private readonly noteMilestone: NoteMilestone,
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
    name: 'milestone',
    fields: FIELDS,
    model: modelOf,
    act: (asked, fields, enclosures) =>
      this.noteMilestone.run(asked, { ...milestoneIn(fields), enclosures }),
  };
}

/** A new form begins with where the works stand. */
function modelOf({ page: { say }, works, project }: WorksForm, sent: SentWithFiles) {
  const last = works.milestones.at(-1);
  const finishBy = last?.finishBy ?? works.contracts.at(-1)?.finishBy;
  return {
    on: dayInput('on', say.t('worksDesk.milestone.on'), { sent, first: works.today }),
    percent: firstValue(sent, 'percent', String(last?.percent ?? 0)),
    paid: firstValue(sent, 'paid', typedSum(last?.paidTiyn ?? 0n)),
    place: firstValue(sent, 'place', last?.place ?? project.address),
    finishBy: dayInput('finishBy', say.t('worksDesk.milestone.finishBy'), {
      sent,
      first: finishBy,
    }),
    reason: choiceRadios(REASON, sent, say),
  };
}

function milestoneIn(fields: FormFields) {
  const reason = fields.text('delayReason');
  return {
    on: dayIn(fields, 'on'),
    percent: wholeIn(fields, 'percent'),
    paidTiyn: sumIn(fields, 'paid'),
    finishBy: dayIn(fields, 'finishBy'),
    delayReason: isDelayReason(reason) ? reason : null,
    place: fields.text('place').slice(0, 300),
    latitude: null,
    longitude: null,
    note: fields.text('note').slice(0, 4_000),
  };
}
