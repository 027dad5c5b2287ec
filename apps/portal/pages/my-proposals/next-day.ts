import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';
import type { RefusalRow, ReviewCard } from '#features/participation/expert-review/review-card.js';
import type { OwnDraft } from '../propose/own-draft.js';
import { lastDayBefore } from '../propose/start.presenter.js';

/** A day that matters to an author; texts are `proposals.mine.next.<key>`. */
export interface NextDay {
  readonly key: 'correct' | 'object' | 'reExamined' | 'reviewed' | 'voting' | 'decided';
  readonly on: CivilDate;
}

/** The next day that matters to the author of a proposal; nothing once all is over. */
export function nextDayOf(own: OwnDraft, card: ReviewCard): NextDay | undefined {
  const refusal = card.refusals.find(({ finalAt }) => finalAt === null);
  return DAY_BY_STATE[own.proposal.state]?.(own, refusal);
}

type FindDay = (own: OwnDraft, refusal: RefusalRow | undefined) => NextDay | undefined;

const reviewed: FindDay = ({ round }) => ({
  key: 'reviewed',
  on: lastDayBefore(round.calendar.reviewUntil),
});

const DAY_BY_STATE: Readonly<Partial<Record<ProposalState, FindDay>>> = {
  submitted: reviewed,
  'under-review': reviewed,
  estimated: reviewed,
  returned: ({ proposal }) => day('correct', proposal.correctBy),
  'provisionally-refused': (_own, refusal) => day('object', refusal?.remarksUntil),
  appealed: (_own, refusal) => day('reExamined', refusal?.appeal?.decideBy),
  admitted: ({ round: { calendar, now } }) =>
    now < calendar.votingUntil
      ? { key: 'voting', on: lastDayBefore(calendar.votingUntil) }
      : { key: 'decided', on: lastDayBefore(calendar.decisionBy) },
};

function day(key: NextDay['key'], on: CivilDate | null | undefined): NextDay | undefined {
  return on ? { key, on } : undefined;
}
