import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { LegalAct } from './legal-acts.js';

/** Where a value stands: the act, its point, and the redaction that was meant. */
export interface LegalSource {
  readonly act: LegalAct;
  /** Point, article and part as the act numbers them: `78`, `39-3(10)`. */
  readonly point: string;
  /** First day of the redaction in which the value stands so. */
  readonly redaction: CivilDate;
}

export type LegalUnit =
  | 'tiyn'
  | 'mci'
  | 'votes'
  | 'signatures'
  | 'projects'
  | 'people'
  | 'years'
  | 'years-of-age'
  | 'months'
  | 'working-days'
  | 'day-of-month'
  | 'day-of-year'
  | 'share'
  | 'categories'
  | 'commissions'
  | 'subjects'
  | 'calendar-days'
  | 'questions'
  | 'reports'
  | 'sessions';

/**
 * Who set the value. `national`: the law. `default`: the law is silent, a local act decides, and
 * this is what stands until it does.
 */
export type LegalStanding = 'national' | 'default';

/** Why a value deserves care; the text for people is `legalNotes.<code>`. */
export type LegalNote =
  | 'act-not-read'
  | 'earlier-redaction-not-read'
  | 'wording-ambiguous'
  | 'law-is-silent'
  | 'adult-by-civil-code'
  | 'first-day-worked-out';

/** One dated value of the law, with its source. */
export interface LegalRow<Key extends string, Value> {
  readonly key: Key;
  readonly value: Value;
  readonly unit: LegalUnit;
  /** First day on which it applies. */
  readonly from: CivilDate;
  /** Last day on which it applies; absent while no end is known. */
  readonly until?: CivilDate;
  readonly source: LegalSource;
  readonly standing: LegalStanding;
  /** Was the value read in the consolidated text of the act itself? */
  readonly verified: boolean;
  readonly note?: LegalNote;
}

/** A day of any year, `MM-DD`. */
export type MonthDay = string & { readonly __brand?: 'MonthDay' };

/** `monthDayIn(2027, '04-24') // → '2027-04-24'` */
export function monthDayIn(year: number, monthDay: MonthDay): CivilDate {
  return `${String(year).padStart(4, '0')}-${monthDay}`;
}
