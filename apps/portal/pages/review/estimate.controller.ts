import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { checkedCostOf } from '#rules/participation/technical-estimate.js';
import { EstimateProposal } from '#features/participation/expert-review/estimate-proposal.js';
import type { ReviewCard } from '#features/participation/expert-review/review-card.js';
import type { Wording } from '#platform/views/wording.js';
import { formFieldsOf, type FormFields } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { checklistModel, criteriaOf, findingsIn } from './checklist-form.js';
import { linesIn, lineFields } from './estimate-lines.js';
import { actIn, deskModel, ReviewDesk, type Desk, type SentForm } from './review-desk.js';

const OFFICERS = { roles: ['officer'] };

/** A03: what the project costs by its lines, and whether it can be done. */
@PageController('review/:id/estimate')
export class EstimatePagesController {
  constructor(
    private readonly desks: ReviewDesk,
    private readonly estimateProposal: EstimateProposal,
  ) {}

  @Show('', OFFICERS)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    return render(await this.desks.open(request, id), {});
  }

  @Take('', OFFICERS)
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const desk = await this.desks.open(request, id);
    const fields = formFieldsOf(request);
    if (fields.has('more')) return render(desk, { fields });
    return desk.page.attempt(
      async () => {
        await this.estimateProposal.run(actIn(desk, fields), {
          lines: linesIn(fields),
          opinion: opinionIn(fields),
          findings: findingsIn(fields, 'technical'),
        });
        return desk.page.goTo(`/review/${desk.card.id}`);
      },
      async (faults) => render(await this.desks.open(request, id), { fields, faults }),
      ['lines', ...criteriaOf('technical'), 'opinion'],
    );
  }
}

function render(desk: Desk, sent: SentForm): string {
  const { page, card } = desk;
  const { fields, faults } = sent;
  const { estimate } = card;
  return page.render('review/estimate', {
    ...deskModel(desk, 'estimate', sent),
    lines: lineFields(fields, estimate?.lines ?? []),
    sum: fields && page.say.money(checkedCostOf(linesIn(fields))),
    ...limits(card, page.say),
    opinion: fields ? opinionIn(fields) : estimate?.opinion,
    checklist: checklistModel('technical', {
      fields,
      stored: estimate?.findings ?? [],
      faults,
      say: page.say,
    }),
  });
}

function opinionIn(fields: FormFields): OfficialText {
  return { kk: fields.text('opinionKk'), ru: fields.text('opinionRu') };
}

/** What the officer measures the sum against. */
function limits({ capTiyn, costTiyn }: ReviewCard, say: Wording) {
  return {
    cap: capTiyn === null ? null : say.money(capTiyn),
    authorsCost: costTiyn === null ? null : say.money(costTiyn),
  };
}
