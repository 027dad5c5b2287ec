import { type CivilDate, fullYearsOn } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { ConstituencyKind } from './convocation.js';

/** Why a mandate ends before the term does; `other` is named by the act that says so. */
export const MANDATE_END_GROUNDS = ['resigned', 'recalled', 'died', 'other'] as const;

export type MandateEndGround = (typeof MANDATE_END_GROUNDS)[number];

/** Days on which somebody is a deputy; the first and the last one count. */
export interface MandatePeriod {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

export interface PlannedMandate extends MandatePeriod {
  readonly bornOn: CivilDate;
  readonly seat: number;
  readonly party: string | null;
  readonly constituency: { readonly kind: ConstituencyKind; readonly seats: number };
  readonly convocation: MandatePeriod;
}

export interface MandateEnd {
  readonly mandate: MandatePeriod;
  readonly kind: ConstituencyKind;
  /** Last day in office. */
  readonly until: CivilDate;
  readonly ground: MandateEndGround;
  /** The act that says so: kind, number and day. */
  readonly act: string;
}

/** Is one a deputy on this day? `isMandateHeldOn({ from: '2026-01-01', until: '2026-01-31' }, '2026-01-31') // → true` */
export function isMandateHeldOn({ from, until }: MandatePeriod, on: CivilDate): boolean {
  return from <= on && on <= until;
}

/**
 * All faults of a mandate about to be entered. Whether somebody else sits on the seat is for the
 * database to say.
 *
 * @param deputyAge full years from which one may be a deputy, from the rulebook
 * @law LSG arts. 5–15, redaction of 2026-07-01 (`law.md` 4.1)
 * @example assessMandate({ …, seat: 2, constituency: { kind: 'single-mandate', seats: 1 } }, 20)
 * // → [{ code: 'mandate.seat_unknown', field: 'seat' }]
 */
export function assessMandate(mandate: PlannedMandate, deputyAge: number): readonly Fault[] {
  const { from, until, seat, party, constituency, convocation, bornOn } = mandate;
  const faults: Fault[] = [];
  if (seat < 1 || seat > constituency.seats)
    faults.push({ code: 'mandate.seat_unknown', field: 'seat' });
  if (from < convocation.from || until > convocation.until)
    faults.push({ code: 'mandate.outside_term', field: 'from', details: { ...convocation } });
  if (until < from) faults.push({ code: 'mandate.period_reversed', field: 'until' });
  if (fullYearsOn(bornOn, from) < deputyAge)
    faults.push({ code: 'mandate.under_age', field: 'iin', details: { age: deputyAge } });
  if (constituency.kind === 'party-list' && party === null)
    faults.push({ code: 'mandate.party_missing', field: 'party' });
  return faults;
}

/**
 * All faults of ending a mandate early. Voters recall only those whom they elected by name.
 *
 * @law LSG art. 20, redaction of 2026-07-01 (`law.md` 2.6)
 */
export function assessMandateEnd({
  mandate,
  kind,
  until,
  ground,
  act,
}: MandateEnd): readonly Fault[] {
  const faults: Fault[] = [];
  if (!isMandateHeldOn(mandate, until))
    faults.push({ code: 'mandate.end_outside', field: 'until', details: { ...mandate } });
  if (act.trim() === '') faults.push({ code: 'mandate.end_act_missing', field: 'act' });
  if (ground === 'recalled') faults.push(...assessRecall(kind));
  return faults;
}

/**
 * May voters ask for the recall of a deputy at all? Only of one elected in a single-mandate
 * constituency. How many requests make a recall was not read, so they are counted and no more.
 *
 * @law LSG art. 20, redaction of 2026-07-01 (`law.md` 2.6)
 * @example assessRecall('party-list') // → [{ code: 'mandate.recall_of_party_list', field: 'ground' }]
 */
export function assessRecall(kind: ConstituencyKind): readonly Fault[] {
  if (kind === 'single-mandate') return [];
  return [{ code: 'mandate.recall_of_party_list', field: 'ground' }];
}

/** A request for a recall as the maslikhat's office registers it. */
export interface RecallRequest {
  readonly kind: ConstituencyKind;
  readonly mandate: MandatePeriod;
  readonly number: string;
  readonly on: CivilDate;
  readonly today: CivilDate;
}

/** All faults of registering a request for a recall. */
export function assessRecallRequest(request: RecallRequest): readonly Fault[] {
  const { kind, mandate, number, on, today } = request;
  const faults = [...assessRecall(kind)];
  if (number.trim() === '') faults.push({ code: 'recall.number_missing', field: 'number' });
  if (!isMandateHeldOn(mandate, on) || on > today)
    faults.push({ code: 'recall.day_impossible', field: 'on' });
  return faults;
}

/**
 * Seats of a constituency that nobody holds on a day.
 *
 * @example vacantSeats(2, [{ seat: 1, from: '2026-01-01', until: '2026-12-31' }], '2026-05-01') // → [2]
 */
export function vacantSeats(
  seats: number,
  mandates: readonly (MandatePeriod & { readonly seat: number })[],
  on: CivilDate,
): readonly number[] {
  const held = new Set(mandates.filter((each) => isMandateHeldOn(each, on)).map((m) => m.seat));
  return Array.from({ length: seats }, (_, place) => place + 1).filter((seat) => !held.has(seat));
}
