import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';

/** A seat of a body and who holds it when. */
export interface SeatHolder {
  readonly name: string;
  readonly settlement: string;
  readonly post: 'member' | 'chair' | 'secretary';
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** The term of a body and the settlements that its members come from. */
export interface SeatTerm {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly settlements: readonly string[];
}

/**
 * All faults of the holders of seats: full names, settlements of the unit, periods within the term,
 * one chair and one secretary at a time.
 *
 * @law LSG art. 39-3, redaction of 2026-07-01 (`law.md` §3)
 * @example assessSeatHolders([{ …, name: ' ' }], term)
 * // → [{ code: 'body.member_unnamed', field: 'members', details: { number: 1 } }]
 */
export function assessSeatHolders(
  holders: readonly SeatHolder[],
  term: SeatTerm,
): readonly Fault[] {
  return [
    ...holders.flatMap((holder, place) => holderFaults(holder, term, place + 1)),
    ...(['chair', 'secretary'] as const).flatMap((post) => postFaults(holders, post)),
  ];
}

function holderFaults(holder: SeatHolder, term: SeatTerm, number: number): readonly Fault[] {
  const { name, settlement, from, until } = holder;
  const place = { field: 'members', details: { number } };
  const faults: Fault[] = [];
  if (name.trim() === '') faults.push({ code: 'body.member_unnamed', ...place });
  if (!term.settlements.includes(settlement))
    faults.push({ code: 'body.settlement_elsewhere', ...place });
  if (until < from || from < term.from || until > term.until)
    faults.push({ code: 'body.member_outside_term', ...place });
  return faults;
}

function postFaults(holders: readonly SeatHolder[], post: 'chair' | 'secretary'): readonly Fault[] {
  const inTime = holders
    .filter((holder) => holder.post === post)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const overlaps = inTime.some(
    (holder, place) => place > 0 && holder.from <= inTime[place - 1]!.until,
  );
  return overlaps ? [{ code: 'body.post_held_twice', field: 'members', details: { post } }] : [];
}
