import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { checkedCostOf } from '#rules/participation/technical-estimate.js';
import { EstimateProposal } from '#features/participation/expert-review/estimate-proposal.js';
import { formFieldsOf } from '../_frame/form-fields.js';
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
          opinion: { kk: fields.text('opinionKk'), ru: fields.text('opinionRu') },
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
  const findings = fields ? findingsIn(fields, 'technical') : (estimate?.findings ?? []);
  return page.render('review/estimate', {
    ...deskModel(desk, 'estimate', sent),
    lines: lineFields(fields, estimate?.lines ?? []),
    sum: fields ? page.say.money(checkedCostOf(linesIn(fields))) : null,
    cap: card.capTiyn && page.say.money(card.capTiyn),
    authorsCost: card.costTiyn && page.say.money(card.costTiyn),
    opinionKk: fields?.text('opinionKk') ?? estimate?.opinion.kk ?? '',
    opinionRu: fields?.text('opinionRu') ?? estimate?.opinion.ru ?? '',
    checklist: checklistModel('technical', { findings, faults, say: page.say }),
  });
}
