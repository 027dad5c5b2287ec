import { addDays, addMonths, type CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';

export const CONSTITUENCY_KINDS = ['single-mandate', 'party-list'] as const;

/** A deputy is elected in a single-mandate constituency or from a party's list for the whole unit. */
export type ConstituencyKind = (typeof CONSTITUENCY_KINDS)[number];

export interface PlannedConstituency {
  readonly number: number;
  readonly kind: ConstituencyKind;
  readonly name: OfficialText;
  readonly seats: number;
}

/** A maslikhat for one term, as somebody enters it. */
export interface PlannedConvocation {
  /** As the maslikhat counts itself: `VIII`. */
  readonly number: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly constituencies: readonly PlannedConstituency[];
  readonly commissions: readonly OfficialText[];
}

/** From the rulebook on the first day of the term. */
export interface ConvocationLimits {
  readonly deputiesAtMost: number;
  readonly termYears: number;
  readonly commissionsAtMost: number;
}

/**
 * All faults of a convocation: its term, its seats, its constituencies, its commissions.
 *
 * @law LSG arts. 5–15, redaction of 2026-07-01 (`law.md` 4.1)
 * @example assessConvocation({ …, constituencies: [] }, limits) // → [{ code: 'convocation.no_constituency', … }]
 */
export function assessConvocation(
  convocation: PlannedConvocation,
  limits: ConvocationLimits,
): readonly Fault[] {
  return [
    ...assessEntries(convocation),
    ...faultsOfTerm(convocation, limits.termYears),
    ...faultsOfSeats(convocation.constituencies, limits.deputiesAtMost),
    ...faultsOfMostCommissions(convocation.commissions, limits.commissionsAtMost),
  ];
}

/** The faults that show without knowing the term: of the number, the constituencies, the names. */
export function assessEntries({
  number,
  constituencies,
  commissions,
}: Pick<PlannedConvocation, 'number' | 'constituencies' | 'commissions'>): readonly Fault[] {
  const faults: Fault[] = [];
  if (number.trim() === '') faults.push({ code: 'convocation.number_missing', field: 'number' });
  if (constituencies.length === 0)
    faults.push({ code: 'convocation.no_constituency', field: 'constituencies' });
  if (new Set(constituencies.map((each) => each.number)).size < constituencies.length)
    faults.push({ code: 'convocation.constituency_twice', field: 'constituencies' });
  faults.push(...constituencies.flatMap(faultsOfConstituency));
  if (commissions.some((name) => missingLanguages(name).length > 0))
    faults.push({ code: 'convocation.commission_unnamed', field: 'commissions' });
  return faults;
}

function faultsOfTerm({ from, until }: PlannedConvocation, termYears: number): Fault[] {
  const faults: Fault[] = [];
  if (until < from) faults.push({ code: 'convocation.period_reversed', field: 'until' });
  if (until > addDays(addMonths(from, 12 * termYears), -1))
    faults.push({
      code: 'convocation.term_too_long',
      field: 'until',
      details: { years: termYears },
    });
  return faults;
}

function faultsOfSeats(constituencies: readonly PlannedConstituency[], most: number): Fault[] {
  const seats = constituencies.reduce((sum, constituency) => sum + constituency.seats, 0);
  if (seats <= most) return [];
  const details = { seats, most };
  return [{ code: 'convocation.too_many_seats', field: 'constituencies', details }];
}

function faultsOfConstituency({ number, kind, name, seats }: PlannedConstituency): Fault[] {
  const at = { field: 'constituencies', details: { number } };
  const faults: Fault[] = [];
  if (missingLanguages(name).length > 0)
    faults.push({ code: 'convocation.constituency_unnamed', ...at });
  if (seats < 1 || (kind === 'single-mandate' && seats !== 1))
    faults.push({ code: 'convocation.seats_impossible', ...at });
  return faults;
}

function faultsOfMostCommissions(commissions: readonly OfficialText[], most: number): Fault[] {
  if (commissions.length <= most) return [];
  return [{ code: 'convocation.too_many_commissions', field: 'commissions', details: { most } }];
}
