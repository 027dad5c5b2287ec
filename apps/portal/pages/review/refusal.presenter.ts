import { isRefusalGround, REFUSAL_GROUND_POINTS } from '#rules/participation/refusal-grounds.js';
import type { ActRow, RefusalRow } from '#features/participation/expert-review/review-card.js';
import type { Wording } from '#platform/views/wording.js';

/** A refusal with its grounds by point of the law, the author's remarks and what came of them. */
export function presentRefusal(refusal: RefusalRow, say: Wording) {
  const { appeal } = refusal;
  return {
    when: byWhom(refusal, say),
    final: refusal.finalAt !== null,
    grounds: groundTexts(refusal.grounds, say),
    reasons: refusal.reasons,
    until: say.date(refusal.remarksUntil),
    appeal: appeal && {
      filed: say.date(appeal.filedAt),
      remarks: appeal.remarks,
      decideBy: say.date(appeal.decideBy),
      decision: appeal.decision && {
        when: byWhom(appeal.decision, say),
        upheld: appeal.decision.upheld,
        reasons: appeal.decision.reasons,
      },
    },
  };
}

/** «Қайталайды (ережелердің 80-тармағы)» for each ground. */
export function groundTexts(grounds: readonly string[], say: Wording): string[] {
  return grounds.filter(isRefusalGround).map((ground) => {
    const law = say.t('review.card.point', { point: REFUSAL_GROUND_POINTS[ground] });
    return `${say.t(`grounds.${ground}`)} (${law})`;
  });
}

/** «Бас маман, 2027 ж. 3 наурыз» */
export function byWhom({ post, at }: ActRow, say: Wording): string {
  return `${say.official(post).text}, ${say.date(at)}`;
}
