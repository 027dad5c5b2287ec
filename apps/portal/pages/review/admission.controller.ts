import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AdmitProposal } from '#features/participation/expert-review/admit-proposal.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { ADMISSION_FIELDS, admissionModel, admissionTermsIn } from './admission-form.js';
import { presentEvaluation } from './evaluation.presenter.js';
import { actIn, deskModel, ReviewDesk, type Desk, type SentForm } from './review-desk.js';

const REVIEWERS = { roles: ['officer', 'expert'] };

/** A proposal is admitted to the vote: its title in both languages and its checked cost. */
@PageController('review/:id/admit')
export class AdmissionPagesController {
  constructor(
    private readonly desks: ReviewDesk,
    private readonly admitProposal: AdmitProposal,
  ) {}

  @Show('', REVIEWERS)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    return render(await this.desks.open(request, id), {});
  }

  @Take('', REVIEWERS)
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const desk = await this.desks.open(request, id);
    const fields = formFieldsOf(request);
    return desk.page.attempt(
      async () => {
        await this.admitProposal.run(actIn(desk, fields), admissionTermsIn(fields));
        return desk.page.goTo(`/review/${desk.card.id}`);
      },
      async (faults) => render(await this.desks.open(request, id), { fields, faults }),
      ADMISSION_FIELDS,
    );
  }
}

function render(desk: Desk, sent: SentForm): string {
  return desk.page.render('review/admit', {
    ...deskModel(desk, 'admit', sent),
    evaluation: presentEvaluation(desk.card, desk.page.say),
    admission: admissionModel(desk, sent),
  });
}
