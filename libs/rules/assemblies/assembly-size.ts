import { type CivilDate, addDays, addMonths } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import { valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import type { LegalKey } from '#rules/rulebook/legal-rows.js';

const BRACKETS = ['small', 'middle', 'large', 'largest'] as const;

/** A bracket of units by population. */
export type SizeBracket = (typeof BRACKETS)[number];

/** How many delegates an assembly has, and for how long. */
export interface AssemblySize {
  readonly bracket: SizeBracket;
  readonly atLeast: number;
  readonly atMost: number;
  readonly perSettlement: number;
  readonly termMonths: number;
}

/** Seats of an assembly as the secretary enters them: how many delegates each settlement has. */
export interface AssemblySeats {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly seats: readonly { readonly settlement: string; readonly delegates: number }[];
}

/**
 * The size of an assembly by the population of its unit.
 *
 * @param population whole people, not negative
 * @param overrides acts of this territory
 * @throws DomainError unavailable `rulebook.no_value_on_date` before the sizes stand in the law
 * @law LSG art. 39-3; Order MNE No 88 of 30.09.2021, not read itself (`law.md` §3)
 * @example assemblySizeOn('2026-11-21', 10_000, []) // → { bracket: 'small', atLeast: 5, atMost: 10, … }
 */
export function assemblySizeOn(
  on: CivilDate,
  population: number,
  overrides: readonly LocalOverride[],
): AssemblySize {
  const value = (key: SizeKey) => valueForTerritoryOn(key, on, overrides).value;
  const bracket =
    BRACKETS.find(
      (each) => each !== 'largest' && population <= value(`assembly.population-up-to.${each}`),
    ) ?? 'largest';
  return {
    bracket,
    atLeast: value(`assembly.size-at-least.${bracket}`),
    atMost: value(`assembly.size-at-most.${bracket}`),
    perSettlement: value('assembly.delegates-per-settlement'),
    termMonths: value('assembly.term-months'),
  };
}

/**
 * All faults of an assembly's seats and term.
 *
 * @law LSG art. 39-3, redaction of 2026-07-01 (`law.md` §3)
 * @example assessAssemblySeats(fourDelegates, size)
 * // → [{ code: 'assembly.too_few_seats', field: 'seats', details: { seats: 4, atLeast: 5, atMost: 10 } }]
 */
export function assessAssemblySeats(assembly: AssemblySeats, size: AssemblySize): readonly Fault[] {
  return [...sizeFaults(assembly, size), ...termFaults(assembly, size.termMonths)];
}

/** Last day of a full term: `assemblyTermUntil('2026-11-21', 48) // → '2030-11-20'` */
export function assemblyTermUntil(from: CivilDate, termMonths: number): CivilDate {
  return addDays(addMonths(from, termMonths), -1);
}

function sizeFaults({ seats }: AssemblySeats, size: AssemblySize): readonly Fault[] {
  const { atLeast, atMost, perSettlement } = size;
  const total = seats.reduce((sum, { delegates }) => sum + delegates, 0);
  const details = { seats: total, atLeast, atMost };
  const faults: Fault[] = [];
  if (total < atLeast) faults.push({ code: 'assembly.too_few_seats', field: 'seats', details });
  if (total > atMost) faults.push({ code: 'assembly.too_many_seats', field: 'seats', details });
  for (const { settlement, delegates } of seats) {
    if (delegates >= perSettlement) continue;
    const bare = { settlement, perSettlement };
    faults.push({ code: 'assembly.settlement_without_seat', field: 'seats', details: bare });
  }
  return faults;
}

function termFaults({ from, until }: AssemblySeats, termMonths: number): readonly Fault[] {
  if (until < from) return [{ code: 'assembly.term_reversed', field: 'until' }];
  const latest = assemblyTermUntil(from, termMonths);
  if (until <= latest) return [];
  return [{ code: 'assembly.term_too_long', field: 'until', details: { latest } }];
}

type SizeKey = Extract<
  LegalKey,
  | `assembly.population-up-to.${string}`
  | `assembly.size-at-${string}`
  | 'assembly.delegates-per-settlement'
  | 'assembly.term-months'
>;
