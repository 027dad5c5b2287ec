import { budgetPlanningRows, silentRuleRows } from './budget-planning-rules.js';
import type { LegalRow, MonthDay } from './legal-value.js';

/** Keys of the days of the yearly calendar of the people's participation budget. */
export interface ParticipationWindowValues {
  /** Last day for announcing the intake. */
  readonly 'participation.announcement-by': MonthDay;
  /** Last day for creating the Expert Council. */
  readonly 'participation.council-created-by': MonthDay;
  readonly 'participation.intake-from': MonthDay;
  readonly 'participation.intake-until': MonthDay;
  /** Last day of the Expert Council's analysis. */
  readonly 'participation.review-until': MonthDay;
  /** First day of voting: the law sets none. */
  readonly 'participation.voting-from': MonthDay;
  readonly 'participation.voting-until': MonthDay;
  /** Last day of the Expert Council's decision on the winners. */
  readonly 'participation.decision-by': MonthDay;
}

type WindowKey = keyof ParticipationWindowValues;

/**
 * The yearly calendar of a round.
 *
 * @law PR pp. 75, 78, 80, 82, 83; the first day of voting follows the Expert Council's analysis
 */
export const PARTICIPATION_WINDOW_ROWS: readonly LegalRow<WindowKey, MonthDay>[] = [
  ...windowRows('participation.announcement-by', '01-15', '78'),
  ...windowRows('participation.council-created-by', '01-15', '75'),
  ...windowRows('participation.intake-from', '01-20', '78'),
  ...windowRows('participation.intake-until', '03-01', '78'),
  ...windowRows('participation.review-until', '04-05', '80'),
  ...silentRuleRows<WindowKey, MonthDay>({
    key: 'participation.voting-from',
    value: '04-06',
    unit: 'day-of-year',
    point: '82',
  }),
  ...windowRows('participation.voting-until', '04-24', '82'),
  ...windowRows('participation.decision-by', '04-30', '83'),
];

function windowRows(
  key: WindowKey,
  value: MonthDay,
  point: string,
): readonly LegalRow<WindowKey, MonthDay>[] {
  return budgetPlanningRows({ key, value, unit: 'day-of-year', point });
}
