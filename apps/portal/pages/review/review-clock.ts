import { deadlineStateOn } from '#rules/calendar/deadline.js';
import { isYearKnown } from '#rules/calendar/working-days.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Wording } from '#platform/views/wording.js';

/** A clock of the inbox, for the part `clock-badge`. */
export interface ClockBadge {
  readonly state: 'green' | 'amber' | 'overdue';
  readonly text: string;
}

/** With so many working days left, or fewer, a clock turns amber. */
const AMBER_FROM = 3;

/** How a deadline stands, in working days; in calendar days where the year's holidays are unknown. */
export function clockBadge(dueOn: CivilDate, today: CivilDate, say: Wording): ClockBadge {
  if (!isYearKnown(dueOn) || !isYearKnown(today)) return plainBadge(dueOn, today, say);
  const state = deadlineStateOn(dueOn, today);
  if (state.kind === 'last-day') return { state: 'amber', text: say.t('common.lastDay') };
  if (state.kind === 'overdue') {
    return { state: 'overdue', text: say.t('review.clock.over', { count: state.workingDaysLate }) };
  }
  return {
    state: state.workingDaysLeft <= AMBER_FROM ? 'amber' : 'green',
    text: say.t('review.clock.left', { count: state.workingDaysLeft }),
  };
}

function plainBadge(dueOn: CivilDate, today: CivilDate, say: Wording): ClockBadge {
  return { state: dueOn < today ? 'overdue' : 'green', text: say.daysLeft(dueOn, today) };
}
