import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type Fraction, compareFractions } from '#rules/kernel/fraction.js';
import type { LegalKey, LegalValues } from './legal-rows.js';
import type { LegalSource, LegalStanding } from './legal-value.js';
import { overrideLimitOf } from './override-limits.js';
import { type LegalRowOf, getRowOn } from './value-on.js';

/** A value set by a local act (an akimat's resolution) for one territory. */
export interface LocalOverride<Key extends LegalKey = LegalKey> {
  readonly key: Key;
  readonly value: LegalValues[Key];
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  /** Kind, number and day of the act, as it calls itself. */
  readonly act: string;
}

/** The value for one territory on a day, and on what it rests. */
export type TerritorialValue<Key extends LegalKey> =
  | {
      readonly basis: LegalStanding;
      readonly value: LegalValues[Key];
      readonly source: LegalSource;
    }
  | { readonly basis: 'local'; readonly value: LegalValues[Key]; readonly act: string };

/**
 * All faults of a local act's value: it may be stricter within the national rule and never breaks
 * it, and it names the act it stands in.
 *
 * @example assessLocalOverride({ key: 'participation.minimum-votes.oblast-centre', value: 19, … })
 * // → [{ code: 'override.below_national', details: { national: '20', … } }]
 */
export function assessLocalOverride(override: LocalOverride): readonly Fault[] {
  const faults: Fault[] = [];
  if (override.act.trim() === '') faults.push({ code: 'override.act_missing', field: 'act' });
  if (override.until !== null && override.until < override.from) {
    faults.push({ code: 'override.period_reversed', field: 'until' });
  }
  const departure = departureOf(override, getRowOn(override.key, override.from));
  return departure === null ? faults : [...faults, departure];
}

/**
 * The value for a territory on a day: the local one in force then, unless the national rule has
 * meanwhile become stricter than it, else the national one.
 *
 * @param overrides the acts of this territory, the later one first where two overlap
 */
export function valueForTerritoryOn<Key extends LegalKey>(
  key: Key,
  on: CivilDate,
  overrides: readonly LocalOverride[],
): TerritorialValue<Key> {
  const national = getRowOn(key, on);
  const local = overrides.find((override) => isLawfulOn(override, national, on));
  if (local === undefined) {
    return { basis: national.standing, value: national.value, source: national.source };
  }
  return { basis: 'local', value: local.value as LegalValues[Key], act: local.act };
}

function isLawfulOn(
  override: LocalOverride,
  national: LegalRowOf<LegalKey>,
  on: CivilDate,
): boolean {
  return (
    override.key === national.key &&
    override.from <= on &&
    (override.until === null || on <= override.until) &&
    departureOf(override, national) === null
  );
}

function departureOf(override: LocalOverride, national: LegalRowOf<LegalKey>): Fault | null {
  const code = departureCode(override, national);
  if (code === null) return null;
  const details = { key: override.key, national: textOf(national.value), source: national.source };
  return { code, field: 'value', details };
}

function departureCode(override: LocalOverride, national: LegalRowOf<LegalKey>): string | null {
  const limit = overrideLimitOf(override.key);
  if (limit === 'free') return null;
  if (limit === 'fixed') return 'override.fixed_by_law';
  const side = compareValues(override.value, national.value);
  if (limit === 'at-least' && side < 0) return 'override.below_national';
  if (limit === 'at-most' && side > 0) return 'override.above_national';
  return null;
}

type AnyValue = LegalValues[LegalKey];

function compareValues(a: AnyValue, b: AnyValue): number {
  if (isFraction(a) && isFraction(b)) return compareFractions(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function textOf(value: AnyValue): string {
  return isFraction(value) ? `${value.num}/${value.den}` : String(value);
}

function isFraction(value: AnyValue): value is Fraction {
  return typeof value === 'object' && 'den' in value;
}
