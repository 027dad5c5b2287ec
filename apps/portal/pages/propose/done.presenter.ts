import type { Wording } from '#platform/views/wording.js';
import type { OwnDraft } from './own-draft.js';
import { lastDayBefore } from './start.presenter.js';

/** The number, and what happens when. */
export function presentDone({ proposal, round }: OwnDraft, say: Wording) {
  const { calendar } = round;
  const days = [
    ['review', lastDayBefore(calendar.reviewUntil)],
    ['votingFrom', calendar.votingFrom],
    ['votingUntil', lastDayBefore(calendar.votingUntil)],
    ['decision', lastDayBefore(calendar.decisionBy)],
  ] as const;
  return {
    title: say.t('proposals.done.title'),
    number: proposal.number,
    again: proposal.versions > 1,
    project: proposal.title,
    steps: [
      {
        state: 'done',
        text: say.t('proposals.done.submitted'),
        at: proposal.submittedAt && say.dateTime(proposal.submittedAt),
      },
      ...days.map(([step, day], place) => ({
        state: place === 0 ? 'current' : 'ahead',
        text: say.t(`proposals.done.steps.${step}`),
        at: say.date(day),
      })),
    ],
    mine: `/my/proposals/${proposal.number}`,
    page: `/projects/${proposal.number}`,
  };
}
