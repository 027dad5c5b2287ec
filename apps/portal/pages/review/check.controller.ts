import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CheckProposal } from '#features/participation/expert-review/check-proposal.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { checklistModel, criteriaOf, findingsIn } from './checklist-form.js';
import { actIn, deskModel, ReviewDesk, type Desk, type SentForm } from './review-desk.js';

const OFFICERS = { roles: ['officer'] };

/** A02: the formal check by its checklist. */
@PageController('review/:id/check')
export class CheckPagesController {
  constructor(
    private readonly desks: ReviewDesk,
    private readonly checkProposal: CheckProposal,
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
        await this.checkProposal.run(actIn(desk, fields), findingsIn(fields, 'formal'));
        return desk.page.goTo(`/review/${desk.card.id}`);
      },
      async (faults) => render(await this.desks.open(request, id), { fields, faults }),
      criteriaOf('formal'),
    );
  }
}

function render(desk: Desk, sent: SentForm): string {
  const { say } = desk.page;
  return desk.page.render('review/check', {
    ...deskModel(desk, 'check', sent),
    checklist: checklistModel('formal', {
      fields: sent.fields,
      stored: desk.card.check?.findings ?? [],
      faults: sent.faults,
      say,
    }),
  });
}
