import { deadlineOf } from '#rules/calendar/deadline.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { CouncilProcedure } from '#rules/participation/council-decision.js';
import { type LocalOverride, valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { RoundRow } from '../rounds/round-row.js';

/** What a round and the local acts of its place say about time. */
export interface TermSetting {
  readonly round: Pick<RoundRow, 'today' | 'calendar' | 'nationalScope'>;
  readonly overrides: readonly LocalOverride[];
}

/** The last day of a round's review: its end is the first instant after it. */
export function lastDayOfReview({ calendar }: TermSetting['round']): CivilDate {
  return civilDateOf(new Date(calendar.reviewUntil.getTime() - 1));
}

/**
 * The earliest last day for an author's corrections. Where the national rule does not reach, the
 * round's own calendar may leave less time than the default, and the correction ends with the review.
 */
export function earliestCorrectionDay(setting: TermSetting): CivilDate {
  const earliest = after(setting, 'participation.correction-working-days');
  const last = lastDayOfReview(setting.round);
  return !setting.round.nationalScope && last < earliest ? last : earliest;
}

/** The last day for an author's remarks on a refusal of today. */
export function remarksUntil(setting: TermSetting): CivilDate {
  return after(setting, 'participation.appeal-working-days');
}

/** The last day for the decision on remarks of today. */
export function reExaminationBy(setting: TermSetting): CivilDate {
  return after(setting, 'participation.re-examination-working-days');
}

/** Quorum and majority of the Council. */
export function councilProcedure({ round, overrides }: TermSetting): CouncilProcedure {
  const { today } = round;
  return {
    quorum: valueForTerritoryOn('participation.council-quorum', today, overrides).value,
    majority: valueForTerritoryOn('participation.council-majority', today, overrides).value,
  };
}

type DayKey =
  | 'participation.correction-working-days'
  | 'participation.appeal-working-days'
  | 'participation.re-examination-working-days';

function after({ round, overrides }: TermSetting, key: DayKey): CivilDate {
  const { value } = valueForTerritoryOn(key, round.today, overrides);
  return deadlineOf(round.today, { kind: 'working-days', count: value });
}
