import { type Fraction, fraction } from '#rules/kernel/fraction.js';
import { communityRows } from './assembly-acts.js';
import type { LegalRow, LegalUnit } from './legal-value.js';

/** Keys of counts and terms of the maslikhat's sessions. */
export interface SessionTermValues {
  readonly 'maslikhat-session.notice-days.regular': number;
  readonly 'maslikhat-session.notice-days.extraordinary': number;
  readonly 'maslikhat-session.materials-days.regular': number;
  readonly 'maslikhat-session.materials-days.extraordinary': number;
  /** From the request to the extraordinary session. */
  readonly 'maslikhat-session.extraordinary-working-days': number;
  /** Longest pause within one session. */
  readonly 'maslikhat-session.break-days': number;
  readonly 'maslikhat-session.regular-a-year': number;
  /** Votes that the chair adds to an even division. */
  readonly 'maslikhat-session.chair-votes': number;
}

/** Keys of shares of all deputies, or of all members of a commission. */
export interface SessionShareValues {
  /** Deputies elected, at least, before the maslikhat may act. */
  readonly 'maslikhat-session.competent-share': Fraction;
  readonly 'maslikhat-session.extraordinary-share': Fraction;
  readonly 'maslikhat-session.quorum': Fraction;
  /** Share of all deputies that the votes for must exceed. */
  readonly 'maslikhat-session.majority': Fraction;
  /** Share of its members that those present must exceed. */
  readonly 'standing-commission.quorum-above': Fraction;
  /** Share of all its members that the votes for must exceed. */
  readonly 'standing-commission.majority': Fraction;
}

export type MaslikhatSessionValues = SessionTermValues & SessionShareValues;

type SessionRow = LegalRow<keyof MaslikhatSessionValues, number | Fraction>;

/** @law LSG arts. 5–15, 19-1 (`law.md` 4.1) */
export const MASLIKHAT_SESSION_ROWS: readonly SessionRow[] = [
  ...term('maslikhat-session.notice-days.regular', 10, 'calendar-days'),
  ...term('maslikhat-session.notice-days.extraordinary', 3, 'calendar-days'),
  ...term('maslikhat-session.materials-days.regular', 5, 'calendar-days'),
  ...term('maslikhat-session.materials-days.extraordinary', 3, 'calendar-days'),
  ...term('maslikhat-session.extraordinary-working-days', 5, 'working-days'),
  ...term('maslikhat-session.break-days', 15, 'calendar-days'),
  ...term('maslikhat-session.regular-a-year', 4, 'sessions'),
  ...term('maslikhat-session.chair-votes', 1, 'votes'),
  ...share('maslikhat-session.competent-share', fraction(3n, 4n)),
  ...share('maslikhat-session.extraordinary-share', fraction(1n, 3n)),
  ...share('maslikhat-session.quorum', fraction(2n, 3n)),
  ...share('maslikhat-session.majority', fraction(1n, 2n)),
  ...share('standing-commission.quorum-above', fraction(1n, 2n), '19-1'),
  ...share('standing-commission.majority', fraction(1n, 2n), '19-1'),
];

function term(key: keyof SessionTermValues, value: number, unit: LegalUnit): readonly SessionRow[] {
  return communityRows({ key, value, unit, point: '5–15' });
}

function share(
  key: keyof SessionShareValues,
  value: Fraction,
  point = '5–15',
): readonly SessionRow[] {
  return communityRows({ key, value, unit: 'share', point });
}
