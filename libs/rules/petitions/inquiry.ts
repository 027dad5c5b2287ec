import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import { deadlineOf } from '#rules/calendar/deadline.js';

/**
 * To whom a deputy may send an inquiry; nobody else is on the law's list.
 *
 * @law LSG art. 21-1, redaction of 2026-07-01 (`law.md` 2.6)
 */
export const INQUIRY_ADDRESSEES = [
  'akim',
  'election-commission',
  'prosecutor',
  'territorial-body',
  'local-executive-body',
] as const;

export type InquiryAddressee = (typeof INQUIRY_ADDRESSEES)[number];

/** How an inquiry stands on a day. */
export type InquiryState = 'open' | 'overdue' | 'answered' | 'answered-late';

/** An inquiry as a deputy writes it. */
export interface WrittenInquiry {
  /** As it was typed: perhaps not on the list. */
  readonly addresseeKind: string;
  /** Who answers: post and body. */
  readonly addressee: OfficialText;
  /** KATO codes from the top down to the addressee's unit, and to the maslikhat's. */
  readonly addresseePath: readonly string[];
  readonly maslikhatPath: readonly string[];
  readonly title: string;
  readonly body: string;
  /** On what of the maslikhat's competence the question rests. */
  readonly competence: string;
  readonly concernsProsecution: boolean;
}

/** Longest texts, in characters. */
export const INQUIRY_LENGTHS = { title: 200, body: 8_000, competence: 1_000 } as const;

/**
 * All faults of an inquiry: its addressee is on the list and works for the maslikhat's unit or for
 * one above or below it; it rests on the maslikhat's competence; it is not about a criminal case.
 *
 * @law LSG art. 21-1, redaction of 2026-07-01 (`law.md` 2.6)
 * @example assessInquiry({ …, addresseeKind: 'minister' }) // → [{ code: 'inquiry.addressee_unlisted', … }]
 */
export function assessInquiry(inquiry: WrittenInquiry): readonly Fault[] {
  const faults = [...faultsOfAddressee(inquiry), ...faultsOfTexts(inquiry)];
  if (inquiry.concernsProsecution)
    faults.push({ code: 'inquiry.about_prosecution', field: 'concernsProsecution' });
  return faults;
}

/**
 * Last day for the written answer.
 *
 * @param months from the rulebook (`maslikhat.inquiry-answer-months`)
 * @law LSG art. 21-1, redaction of 2026-07-01 (`law.md` 2.6)
 * @example inquiryDueOn('2026-01-31', 1) // → '2026-03-02', after a Saturday on the 28th
 */
export function inquiryDueOn(filedOn: CivilDate, months: number): CivilDate {
  return deadlineOf(filedOn, { kind: 'months', count: months });
}

/**
 * How an inquiry stands; the last day itself is still in time.
 *
 * @example inquiryStateOn({ dueOn: '2026-03-02', answeredOn: null }, '2026-03-03') // → 'overdue'
 */
export function inquiryStateOn(
  inquiry: { readonly dueOn: CivilDate; readonly answeredOn: CivilDate | null },
  today: CivilDate,
): InquiryState {
  const { dueOn, answeredOn } = inquiry;
  if (answeredOn !== null) return answeredOn <= dueOn ? 'answered' : 'answered-late';
  return today <= dueOn ? 'open' : 'overdue';
}

function faultsOfAddressee(inquiry: WrittenInquiry): Fault[] {
  const { addresseeKind, addressee, addresseePath, maslikhatPath } = inquiry;
  const faults: Fault[] = [];
  if (!(INQUIRY_ADDRESSEES as readonly string[]).includes(addresseeKind))
    faults.push({ code: 'inquiry.addressee_unlisted', field: 'addresseeKind' });
  if (missingLanguages(addressee).length > 0)
    faults.push({ code: 'inquiry.addressee_unnamed', field: 'addressee' });
  if (!isOneLine(addresseePath, maslikhatPath))
    faults.push({ code: 'inquiry.addressee_elsewhere', field: 'addresseeTerritory' });
  return faults;
}

/** Does one path lead on from the other? */
function isOneLine(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((kato, place) => long[place] === kato);
}

function faultsOfTexts(inquiry: WrittenInquiry): Fault[] {
  return (['title', 'body', 'competence'] as const).flatMap((field): Fault[] => {
    const most = INQUIRY_LENGTHS[field];
    if (inquiry[field].trim() === '') return [{ code: `inquiry.${field}_missing`, field }];
    return inquiry[field].length > most ? [{ code: 'form.too_long', field }] : [];
  });
}
