import { assessAssemblySeats, assemblySizeOn } from '#rules/assemblies/assembly-size.js';
import { assessBody } from '#rules/assemblies/body-kind.js';
import { assessSeatHolders } from '#rules/assemblies/seat-holders.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import type { BodyFields } from './body-fields.js';

/** Where a body stands, as its rules ask about it. */
export interface BodyPlace {
  readonly level: TerritoryLevel;
  /** Null while no dated figure is known. */
  readonly population: number | null;
  /** Settlements that need a delegate: those below the unit, or the unit itself. */
  readonly settlements: readonly string[];
  readonly overrides: readonly LocalOverride[];
}

/** All faults of a body as it is entered: its kind, its members, the size of an assembly. */
export function bodyFaults(
  fields: BodyFields,
  place: BodyPlace,
  today: CivilDate,
): readonly Fault[] {
  const { kind, from, until, members } = fields;
  const { settlements } = place;
  return [
    ...assessBody({ kind, level: place.level }, from),
    ...assessSeatHolders(members, { from, until, settlements }),
    ...(kind === 'assembly' ? seatFaults(fields, place, today) : []),
  ];
}

function seatFaults(
  { from, until, members }: BodyFields,
  { population, settlements, overrides }: BodyPlace,
  today: CivilDate,
): readonly Fault[] {
  if (population === null) return [{ code: 'assembly.population_unknown', field: 'members' }];
  const on = countedOn(from, until, today);
  const inOffice = members.filter((member) => member.from <= on && on <= member.until);
  const seats = settlements.map((settlement) => ({
    settlement,
    delegates: inOffice.filter((member) => member.settlement === settlement).length,
  }));
  return assessAssemblySeats({ from, until, seats }, assemblySizeOn(from, population, overrides));
}

/** Today, within the term. */
function countedOn(from: CivilDate, until: CivilDate, today: CivilDate): CivilDate {
  if (today < from) return from;
  return today > until ? until : today;
}
