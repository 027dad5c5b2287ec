import type { Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';

/** A unit of a constituency, whole or in part. */
export interface ConstituencyUnit {
  readonly kato: string;
  /** Codes from the top down to the unit; null where there is no such unit. */
  readonly path: readonly string[] | null;
  /** Streets and houses; null: the whole unit. */
  readonly part: OfficialText | null;
}

/**
 * All faults of where a constituency is: somewhere, inside the maslikhat's unit, each unit once, its
 * streets named in both languages.
 *
 * @param maslikhat KATO code of the maslikhat's unit
 * @example assessConstituencyUnits(4, [], '992000000') // → [{ code: 'convocation.units_missing', … }]
 */
export function assessConstituencyUnits(
  number: number,
  units: readonly ConstituencyUnit[],
  maslikhat: string,
): readonly Fault[] {
  const fault = (code: string, unit?: string): Fault => ({
    code,
    field: 'constituencies',
    details: unit === undefined ? { number } : { number, unit },
  });
  const katos = units.map(({ kato }) => kato);
  return [
    ...(units.length === 0 ? [fault('convocation.units_missing')] : []),
    ...units.flatMap(({ kato, path }) => {
      if (path === null) return [fault('convocation.unit_unknown', kato)];
      return path.includes(maslikhat) ? [] : [fault('convocation.unit_outside', kato)];
    }),
    ...(new Set(katos).size < katos.length ? [fault('convocation.territory_twice')] : []),
    ...units
      .filter(({ part }) => part !== null && missingLanguages(part).length > 0)
      .map(({ kato }) => fault('convocation.part_untranslated', kato)),
  ];
}
