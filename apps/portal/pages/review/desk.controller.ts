import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { GroupProposal } from '#features/participation/expert-review/group-proposal.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { titleOf } from '../projects/title.js';
import { canGroup, presentActs, presentHistory, presentProposalForDesk } from './desk.presenter.js';
import { presentEvaluation } from './evaluation.presenter.js';
import { actIn, ReviewDesk, type Desk, type SentForm } from './review-desk.js';

const REVIEWERS = { roles: ['officer', 'expert'] };

/** One proposal on the desk: its text, what was found, what can be done; A04, the card as the public sees it. */
@PageController('review/:id')
export class DeskController {
  constructor(
    private readonly desks: ReviewDesk,
    private readonly groupProposal: GroupProposal,
  ) {}

  @Show('', REVIEWERS)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    return render(await this.desks.open(request, id), {});
  }

  @Show('card', REVIEWERS)
  async card(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const { page, proposal, card } = await this.desks.open(request, id);
    return page.render('review/card', {
      title: page.say.t('review.card.preview'),
      back: `/review/${card.id}`,
      project: titleOf(proposal, page.say),
      label: page.say.t('common.number', { number: card.number }),
      evaluation: presentEvaluation(card, page.say),
    });
  }

  @Take('group', { roles: ['officer'] })
  async group(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const desk = await this.desks.open(request, id);
    const fields = formFieldsOf(request);
    return desk.page.attempt(
      async () => {
        await this.groupProposal.run(actIn(desk, fields), fields.text('group') || null);
        return desk.page.goTo(`/review/${desk.card.id}`);
      },
      async (faults) => render(await this.desks.open(request, id), { fields, faults }),
      ['group'],
    );
  }
}

function render({ page, proposal, card }: Desk, { fields, faults }: SentForm): string {
  const { say, person } = page;
  return page.render('review/desk', {
    title: proposal.title,
    crumbs: [
      { text: say.t('review.inbox.title'), path: '/review' },
      { text: say.t('common.number', { number: card.number }) },
    ],
    proposal: presentProposalForDesk(proposal, person, say),
    evaluation: presentEvaluation(card, say),
    acts: presentActs(card, person, say),
    history: presentHistory(card, say),
    cardPath: `/review/${card.id}/card`,
    group: fields?.text('group') ?? proposal.exclusiveGroup ?? '',
    groupAction: canGroup(card, person) ? `/review/${card.id}/group` : null,
    version: card.version,
    faults,
  });
}
