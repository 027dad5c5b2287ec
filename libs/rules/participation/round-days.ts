import { isWorkingDay, isYearKnown, nextWorkingDay } from '#rules/calendar/working-days.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { LawfulRoundValues } from './lawful-round-values.js';
import { type RoundAssessment, type RoundDays, type RoundDraft } from './round-draft.js';

type DayField = keyof RoundDays;

/** How the law bounds each day of a round; the first day of voting is left to the towns. */
const BOUNDS: Readonly<Record<DayField, 'not-later' | 'not-earlier' | 'free'>> = {
  intakeFrom: 'not-later',
  intakeUntil: 'not-earlier',
  reviewUntil: 'not-later',
  votingFrom: 'free',
  votingUntil: 'not-later',
  decisionBy: 'not-later',
};

const FIELDS = Object.keys(BOUNDS) as readonly DayField[];

/**
 * The days of a round against the national calendar.
 *
 * Where the national rule applies, a window shorter than the law's or a day later than the law's is
 * a fault; under the akimat's own calendar act it is a warning that everybody sees. A day that is
 * no working day, and a year that the calendar does not know, are warnings everywhere.
 *
 * @law PR pp. 78, 80, 82, 83
 */
export function assessRoundDays(
  draft: Pick<RoundDraft, 'days' | 'ownCalendarAct'>,
  lawful: Pick<LawfulRoundValues, 'scope' | 'days'>,
): RoundAssessment {
  const departures = lawful.scope.applies ? departuresFrom(lawful, draft.days) : [];
  const rest = FIELDS.flatMap((field) => workingDayWarnings(field, draft.days[field]));
  return draft.ownCalendarAct === null
    ? { faults: departures, warnings: rest }
    : { faults: [], warnings: [...departures, ...rest] };
}

function departuresFrom(
  lawful: Pick<LawfulRoundValues, 'days'>,
  days: RoundDays,
): readonly Fault[] {
  return FIELDS.flatMap((field) => {
    const code = departureCode(field, days[field], lawful.days[field].day);
    if (code === null) return [];
    const { day, source } = lawful.days[field];
    return [{ code, field, details: { given: days[field], lawful: day, source } }];
  });
}

function departureCode(field: DayField, given: CivilDate, lawful: CivilDate): string | null {
  if (BOUNDS[field] === 'not-earlier' && given < lawful) return 'round.window_shorter_than_law';
  if (BOUNDS[field] !== 'not-later' || given <= lawful) return null;
  return field === 'intakeFrom' ? 'round.window_shorter_than_law' : 'round.later_than_law';
}

function workingDayWarnings(field: DayField, day: CivilDate): readonly Fault[] {
  if (!isYearKnown(day)) return [{ code: 'round.calendar_year_unknown', field, details: { day } }];
  if (isWorkingDay(day)) return [];
  return [{ code: 'round.not_a_working_day', field, details: { day, ...followingDay(day) } }];
}

/** The last days of the last known year may have no known working day after them. */
function followingDay(day: CivilDate): { readonly next?: CivilDate } {
  return day.endsWith('-12-31') ? {} : { next: nextWorkingDay(day) };
}
