import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isCivilDate } from '#rules/kernel/civil-date.js';
import { CORRECTABLE_FIELDS } from '#rules/participation/correction-request.js';
import { ReturnProposal } from '#features/participation/expert-review/return-proposal.js';
import { formFieldsOf, type FormFields } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { actIn, deskModel, ReviewDesk, type Desk, type SentForm } from './review-desk.js';

const OFFICERS = { roles: ['officer'] };

/** A proposal goes back to its author: what to correct, field by field, and until when. */
@PageController('review/:id/return')
export class ReturnPagesController {
  constructor(
    private readonly desks: ReviewDesk,
    private readonly returnProposal: ReturnProposal,
  ) {}

  @Show('', OFFICERS)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    return render(await this.desks.open(request, id), {});
  }

  @Take('', OFFICERS)
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const desk = await this.desks.open(request, id);
    const fields = formFieldsOf(request);
    return desk.page.attempt(
      async () => {
        await this.returnProposal.run(actIn(desk, fields), {
          remarks: remarksIn(fields),
          deadline: dayIn(fields),
        });
        return desk.page.goTo(`/review/${desk.card.id}`);
      },
      async (faults) => render(await this.desks.open(request, id), { fields, faults }),
      [...CORRECTABLE_FIELDS, 'deadline'],
    );
  }
}

function render(desk: Desk, sent: SentForm): string {
  const { say } = desk.page;
  return desk.page.render('review/return', {
    ...deskModel(desk, 'return', sent),
    remarks: CORRECTABLE_FIELDS.map((field) => ({
      name: field,
      label: say.t(`review.fields.${field}`),
      value: sent.fields?.text(field) ?? '',
      error: sent.faults?.fields[field],
      rows: 2,
      optional: true,
    })),
    remarksFault: sent.faults?.fields['remarks'],
    deadline: {
      name: 'deadline',
      legend: say.t('review.return.deadline'),
      hint: say.t('review.return.deadlineHint'),
      day: sent.fields?.text('deadlineDay'),
      month: sent.fields?.text('deadlineMonth'),
      year: sent.fields?.text('deadlineYear'),
      error: sent.faults?.fields['deadline'],
    },
  });
}

function remarksIn(fields: FormFields) {
  return CORRECTABLE_FIELDS.map((field) => ({ field, remark: fields.text(field) })).filter(
    ({ remark }) => remark !== '',
  );
}

/** Left empty, the rule's earliest day stands; a day that does not exist comes far too early. */
function dayIn(fields: FormFields): string | null {
  const parts = ['deadlineYear', 'deadlineMonth', 'deadlineDay'].map((name) => fields.text(name));
  if (parts.every((part) => part === '')) return null;
  const day = parts.map((part) => part.padStart(2, '0')).join('-');
  return isCivilDate(day) ? day : '0001-01-01';
}
