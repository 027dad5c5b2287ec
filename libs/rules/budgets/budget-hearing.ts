import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';

/** A public hearing of a draft in a standing commission, as it is announced. */
export interface HearingCall {
  readonly startsAt: Date;
  readonly place: OfficialText;
  /** What people are told: what is heard and how to take part. */
  readonly notice: OfficialText;
}

/** What somebody said at a hearing, and what came of it. Who it was is not kept. */
export interface HearingRemark {
  readonly text: string;
  readonly language: 'kk' | 'ru';
  /** Of the commission; empty where there was none. */
  readonly answer: string;
}

/** What is written down of a hearing. */
export interface HearingProtocol {
  readonly attended: number;
  readonly summary: OfficialText;
  readonly remarks: readonly HearingRemark[];
}

const MOST_ATTENDED = 100_000;

/**
 * All faults of an announcement. The law names no term for it: it must only lie ahead.
 *
 * @law LSG art. 13 (`law.md` 4.1)
 * @example assessHearing({ startsAt: yesterday, … }, now) // → [{ code: 'hearing.not_ahead', field: 'startsAt' }]
 */
export function assessHearing(
  { startsAt, place, notice }: HearingCall,
  now: Date,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (startsAt <= now) faults.push({ code: 'hearing.not_ahead', field: 'startsAt' });
  if (missingLanguages(place).length > 0)
    faults.push({ code: 'hearing.place_missing', field: 'place' });
  if (missingLanguages(notice).length > 0)
    faults.push({ code: 'hearing.notice_missing', field: 'notice' });
  return faults;
}

/** All faults of a protocol: the hearing was held, counted, summed up in both languages. */
export function assessHearingProtocol(
  { attended, summary, remarks }: HearingProtocol,
  when: { readonly startsAt: Date; readonly now: Date },
): readonly Fault[] {
  const faults: Fault[] = [];
  if (when.startsAt > when.now) faults.push({ code: 'hearing.not_held_yet' });
  if (!Number.isInteger(attended) || attended < 0 || attended > MOST_ATTENDED)
    faults.push({ code: 'hearing.attended_invalid', field: 'attended' });
  if (missingLanguages(summary).length > 0)
    faults.push({ code: 'hearing.summary_missing', field: 'summary' });
  if (remarks.some(({ text }) => text.trim() === ''))
    faults.push({ code: 'hearing.remark_empty', field: 'remarks' });
  return faults;
}
