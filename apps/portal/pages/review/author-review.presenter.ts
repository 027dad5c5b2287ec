import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { ReviewCard } from '#features/participation/expert-review/review-card.js';
import type { Wording } from '#platform/views/wording.js';
import { byWhom, groundTexts } from './refusal.presenter.js';
import { clockBadge } from './review-clock.js';

/**
 * What the review asks of the author, for the author's own page: what to correct
 * (`review/_author-fix`), or a refusal to answer (`review/_author-remarks`); null when nothing.
 */
export function presentAuthorReview(card: ReviewCard, today: CivilDate, say: Wording) {
  return { fix: fixRequest(card, today, say), refusal: refusalToAnswer(card, today, say) };
}

export type AuthorReviewView = ReturnType<typeof presentAuthorReview>;

function fixRequest(card: ReviewCard, today: CivilDate, say: Wording) {
  const last = card.returns.at(-1);
  if (card.state !== 'returned' || !last) return null;
  return {
    badge: clockBadge(last.deadline, today, say),
    until: say.weekday(last.deadline),
    by: byWhom(last, say),
    remarks: last.remarks.map(({ field, remark }) => ({
      key: say.t(`review.fields.${field}`),
      value: remark,
    })),
  };
}

function refusalToAnswer(card: ReviewCard, today: CivilDate, say: Wording) {
  const last = card.refusals.at(-1);
  if (!last) return null;
  return {
    isOpen: card.state === 'provisionally-refused' && today <= last.remarksUntil,
    badge: clockBadge(last.remarksUntil, today, say),
    until: say.weekday(last.remarksUntil),
    by: byWhom(last, say),
    grounds: groundTexts(last.grounds, say),
    reasons: last.reasons,
    path: `/my/proposals/${card.number}/appeal`,
    sent: last.appeal && {
      day: say.date(last.appeal.filedAt),
      text: last.appeal.remarks,
      decideBy: say.weekday(last.appeal.decideBy),
    },
  };
}
