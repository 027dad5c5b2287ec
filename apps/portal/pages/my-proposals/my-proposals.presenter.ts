import { possibleActs } from '#rules/participation/proposal-lifecycle.js';
import type { ReviewCard } from '#features/participation/expert-review/review-card.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { Wording } from '#platform/views/wording.js';
import { presentAuthorReview } from '../review/author-review.presenter.js';
import { presentEvaluation, stateTag } from '../review/evaluation.presenter.js';
import type { OwnDraft } from '../propose/own-draft.js';
import { nextDayOf } from './next-day.js';

/** All that a person has begun and submitted. */
export function presentMyProposals(own: readonly ProposalRow[], say: Wording) {
  return {
    title: say.t('proposals.mine.title'),
    crumbs: [
      { text: say.t('proposals.mine.my'), path: '/my' },
      { text: say.t('proposals.mine.title') },
    ],
    table: {
      caption: say.t('proposals.mine.title'),
      columns: ['project', 'number', 'round', 'state'].map((name) => ({
        text: say.t(`proposals.mine.columns.${name}`),
      })),
      rows: own.map((row) => ({
        cells: [
          { text: row.title || say.t('proposals.untitled'), path: placeOf(row) },
          { text: row.number ?? '–' },
          { text: say.official(row.roundTitle).text },
          { tag: stateTag(row.state, say) },
        ],
      })),
    },
  };
}

/** How one proposal stands, and what its author can do now. */
export function presentMyProposal({ proposal, round }: OwnDraft, card: ReviewCard, say: Wording) {
  const acts = possibleActs(proposal.state);
  const path = `/my/proposals/${proposal.number}`;
  return {
    title: proposal.title,
    crumbs: [
      { text: say.t('proposals.mine.my'), path: '/my' },
      { text: say.t('proposals.mine.title'), path: '/my/proposals' },
      { text: proposal.number },
    ],
    number: proposal.number,
    state: stateTag(proposal.state, say),
    meaning: say.t(`projects.meanings.${proposal.state}`),
    next: presentNext({ proposal, round }, card, say),
    review: presentAuthorReview(card, round.today, say),
    fix: proposal.state === 'returned' ? `/propose/${proposal.id}` : undefined,
    withdraw: acts.includes('withdraw') && !round.closedAt ? `${path}/withdrawal` : undefined,
    evaluation: presentEvaluation(card, say),
    page: `/projects/${proposal.number}`,
    versions: `/projects/${proposal.number}/versions`,
  };
}

function presentNext(own: OwnDraft, card: ReviewCard, say: Wording) {
  const day = nextDayOf(own, card);
  if (!day) return undefined;
  const text = say.t(`proposals.mine.next.${day.key}`);
  return { text, date: say.date(day.on), left: say.daysLeft(day.on, own.round.today) };
}

/** What is lost by taking it back. */
export function presentWithdrawal(proposal: ProposalRow, say: Wording) {
  const isDraft = proposal.number === null;
  return {
    title: say.t(isDraft ? 'proposals.mine.withdraw.draftTitle' : 'proposals.mine.withdraw.title'),
    back: placeOf(proposal),
    action: `/my/proposals/${proposal.number ?? proposal.id}/withdrawal`,
    project: proposal.title || say.t('proposals.untitled'),
    warning: say.t(
      isDraft ? 'proposals.mine.withdraw.draftWarning' : 'proposals.mine.withdraw.warning',
    ),
    isDraft,
  };
}

function placeOf({ id, number }: ProposalRow): string {
  return number === null ? `/propose/${id}` : `/my/proposals/${number}`;
}
