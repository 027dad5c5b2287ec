import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProposeAmendment } from '#features/budget/local-budgets/propose-amendment.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { SentForm } from '../_frame/sent-form.js';
import {
  AMENDMENT_FIELDS,
  amendmentIn,
  presentAmendmentForm,
  refuseUnread,
} from './amendment-form.js';
import { COMMISSIONERS, CommissionDesk, type OpenDossier } from './commission-desk.js';

/** C03: an amendment in writing; its effect on the balance is shown before it is proposed. */
@PageController('commission-desk/:id/amendments')
export class AmendmentPagesController {
  constructor(
    private readonly dossiers: CommissionDesk,
    private readonly proposeAmendment: ProposeAmendment,
  ) {}

  @Show('new', COMMISSIONERS)
  async begin(
    @Param('id') id: string,
    @Query('line') line: unknown,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const first = typeof line === 'string' ? line.slice(0, 9) : '';
    return render(await this.dossiers.open(request, id), {}, first);
  }

  @Take('new', COMMISSIONERS)
  async propose(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const dossier = await this.dossiers.open(request, id);
    const { page, budget } = dossier;
    const fields = formFieldsOf(request);
    if (fields.text('step') !== '') return render(dossier, { fields });
    return page.attempt(
      async () => {
        refuseUnread(fields);
        await this.proposeAmendment.run(page.person!, budget.id, amendmentIn(fields));
        return page.goTo(`/commission-desk/${budget.id}`);
      },
      (faults) => render(dossier, { fields, faults }),
      AMENDMENT_FIELDS,
    );
  }
}

function render({ page, budget }: OpenDossier, sent: SentForm, firstLine = ''): string {
  const model = presentAmendmentForm({ budget, sent, firstLine }, page.say);
  return page.render('commission-desk/amendment', model);
}
