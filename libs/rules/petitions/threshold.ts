import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type Fraction, shareRoundedUp } from '#rules/kernel/fraction.js';
import type { LegalKey } from '#rules/rulebook/legal-rows.js';
import type { LegalSource } from '#rules/rulebook/legal-value.js';
import { getRowOn, valueOn } from '#rules/rulebook/value-on.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { Addressee } from './addressee.js';

/** How many people live in a unit, by which figure. */
export interface CountedPopulation {
  readonly people: number;
  /** Day of the figure. */
  readonly on: CivilDate;
  readonly source: string;
}

/** How many signatures a petition needs, and how the number came about. */
export interface Threshold {
  readonly required: number;
  /** Share of the population as `5/100` in lowest terms; null where the number is fixed. */
  readonly share: Fraction | null;
  /** Null where the number does not depend on it. */
  readonly population: CountedPopulation | null;
  readonly source: LegalSource;
}

const WITH_SHARE: readonly TerritoryLevel[] = ['oblast', 'republican-city'];

/**
 * The threshold of a petition by the law of a day: frozen at the opening, so that neither a new
 * census nor a new redaction moves it. A share of people is rounded up.
 *
 * @param addressee a body that stands at its level ({@link assessAddressee})
 * @param population of the addressed unit; null only where it is not known
 * @returns null where the number depends on a population that is not known
 * @throws DomainError unavailable before petitions exist in the law
 * @law APPC art. 90-3(4)
 * @example thresholdOn({ body: 'akim-office', level: 'rural-okrug' }, { people: 3821, … }, day)
 * // → { required: 192, share: 1/20, … }
 */
export function thresholdOn(
  addressee: Addressee,
  population: CountedPopulation | null,
  on: CivilDate,
): Threshold | null {
  if (addressee.body === 'government') return fixed('petition.threshold.government', null, on);
  if (population === null) return null;
  return localThreshold(addressee, population, on);
}

/** The fault of a unit whose people nobody has counted: nothing can be opened there. */
export function assessThreshold(threshold: Threshold | null): readonly Fault[] {
  return threshold === null ? [{ code: 'petition.population_unknown', field: 'addressee' }] : [];
}

/** What the count says about the threshold. */
export interface ThresholdStanding {
  readonly reached: boolean;
  /** 0 once it is reached. */
  readonly missing: number;
}

/** `standingOf(191, 192) // → { reached: false, missing: 1 }` */
export function standingOf(count: number, required: number): ThresholdStanding {
  return { reached: count >= required, missing: Math.max(0, required - count) };
}

function localThreshold(
  { body, level }: Addressee,
  population: CountedPopulation,
  on: CivilDate,
): Threshold {
  if (WITH_SHARE.includes(level)) {
    const key = body === 'maslikhat' ? 'oblast-maslikhat' : 'oblast-akimat';
    return shared(`petition.threshold.${key}`, population, on);
  }
  const kind = body === 'maslikhat' ? 'district-maslikhat' : 'local-executive';
  return population.people > valueOn('petition.large-population-above', on)
    ? fixed(`petition.threshold.${kind}.large`, population, on)
    : shared(`petition.threshold.${kind}.small`, population, on);
}

type FixedKey = Extract<
  LegalKey,
  'petition.threshold.government' | `petition.threshold.${string}.large`
>;
type ShareKey = Exclude<Extract<LegalKey, `petition.threshold.${string}`>, FixedKey>;

function fixed(key: FixedKey, population: CountedPopulation | null, on: CivilDate): Threshold {
  const { value, source } = getRowOn(key, on);
  return { required: value, share: null, population, source };
}

function shared(key: ShareKey, population: CountedPopulation, on: CivilDate): Threshold {
  const { value, source } = getRowOn(key, on);
  const required = Number(shareRoundedUp(BigInt(population.people), value));
  return { required, share: value, population, source };
}
