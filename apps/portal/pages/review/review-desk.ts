import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ActRequest } from '#features/participation/expert-review/open-for-review.js';
import { assertReviewsIn } from '#features/participation/expert-review/review.policy.js';
import { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import type { ReviewCard } from '#features/participation/expert-review/review-card.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { FormFaults } from '#platform/views/form.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { lastActOf, presentProposalForDesk } from './desk.presenter.js';

/** A proposal on an officer's desk: the page being made, the proposal, what the review has said. */
export interface Desk {
  readonly page: Page;
  readonly proposal: ProposalRow;
  readonly card: ReviewCard;
}

/** A form as it comes back: what was typed, what is wrong, which version the person had seen. */
export interface SentForm {
  readonly fields?: FormFields;
  readonly faults?: FormFaults;
}

/** Opens proposals for the pages of the review. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly pages: Pages,
    private readonly proposals: ProposalReader,
    private readonly reviews: ProposalReviewReader,
  ) {}

  /** For those who review in the proposal's territory. */
  async open(request: FastifyRequest, id: string): Promise<Desk> {
    const desk = await this.read(request, id);
    assertReviewsIn(desk.page.person!, pathOf(desk.proposal));
    return desk;
  }

  /** For whoever sees the proposal: whose page it is for, the page itself decides. */
  async read(request: FastifyRequest, id: string): Promise<Desk> {
    const page = this.pages.open(request);
    const proposal = await this.proposals.getFor(page.person, id);
    return { page, proposal, card: await this.reviews.getCard(proposal.id) };
  }
}

/** From the top down to the territory whose pot would pay. */
function pathOf({ roundTerritoryPath, territory }: ProposalRow): readonly string[] {
  return territory === null ? roundTerritoryPath : [...roundTerritoryPath, territory];
}

/** Forms always say which version they were filled in against; one that does not is out of date. */
export function actIn({ page, proposal }: Desk, fields: FormFields): ActRequest {
  const version = Number.parseInt(fields.text('version'), 10);
  const seenVersion = Number.isSafeInteger(version) ? version : -1;
  return { proposalId: proposal.id, person: page.person!, seenVersion };
}

/** What every form of the desk shows above its own fields. */
export function deskModel({ page, proposal, card }: Desk, name: string, sent: SentForm) {
  const { say } = page;
  return {
    title: say.t(`review.acts.${name}`),
    crumbs: [
      { text: say.t('review.inbox.title'), path: '/review' },
      { text: say.t('common.number', { number: card.number }), path: `/review/${card.id}` },
      { text: say.t(`review.acts.${name}`) },
    ],
    action: `/review/${card.id}/${name}`,
    version: card.version,
    proposal: presentProposalForDesk(proposal, page.person, say),
    faults: sent.faults,
    clash: clashOf({ page, proposal, card }, sent.fields),
  };
}

/** Somebody acted while the form was being filled in: what stands now, above what was typed. */
function clashOf({ page, card }: Desk, fields: FormFields | undefined) {
  if (!fields || fields.text('version') === String(card.version)) return null;
  const { say } = page;
  return {
    state: say.t(`states.${card.state}`),
    last: lastActOf(card, say),
    path: `/review/${card.id}`,
  };
}
