import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { BudgetPlaceKind } from '#rules/rulebook/cost-caps.js';
import type { MinimumVotesKind } from '#rules/rulebook/minimum-votes.js';
import { valueOn } from '#rules/rulebook/value-on.js';

/** What the law asks about a place before it gives it a national participation budget. */
export interface BudgetPlace {
  readonly level: TerritoryLevel;
  /** Level of the unit right above; null at the top. */
  readonly parentLevel: TerritoryLevel | null;
  readonly hasCityDistricts: boolean;
  readonly isOblastCentre: boolean;
  readonly isDistrictCentre: boolean;
  /** Null where no figure is known. */
  readonly population: number | null;
}

/** Why the national rule does not reach a place; texts for people are `scopes.<code>`. */
export type OutOfScopeReason =
  'level-not-named' | 'only-in-city-districts' | 'not-a-district-centre' | 'population-too-small';

/** Whether the national rule applies, and by which of its rows. */
export type NationalScope =
  | {
      readonly applies: true;
      readonly kind: BudgetPlaceKind;
      readonly minimumVotesKind: MinimumVotesKind;
    }
  | { readonly applies: false; readonly reason: OutOfScopeReason };

/**
 * Does the national people's participation budget reach this place on a day?
 *
 * The capital and republican cities through their districts; oblast-significance cities, where they
 * have districts only through these; district-significance cities that are the centre of their
 * district and have more people than the rulebook's number. Elsewhere a round rests on a local rule
 * alone; where the population is not known, the place counts as too small.
 *
 * @law PR p. 74
 * @example nationalScopeOn(aRuralOkrug, '2026-11-21') // → { applies: false, reason: 'level-not-named' }
 */
export function nationalScopeOn(place: BudgetPlace, on: CivilDate): NationalScope {
  switch (place.level) {
    case 'city-district':
      return scopeOfCityDistrict(place);
    case 'republican-city':
      return outside('only-in-city-districts');
    case 'oblast-city':
      return place.hasCityDistricts
        ? outside('only-in-city-districts')
        : inside('oblast-city', settlementKindOf(place));
    case 'district-city':
      return scopeOfDistrictCity(place, on);
    default:
      return outside('level-not-named');
  }
}

function scopeOfCityDistrict(place: BudgetPlace): NationalScope {
  return place.parentLevel === 'republican-city'
    ? inside('republican-city-district', 'republican-city-district')
    : inside('oblast-city', settlementKindOf(place));
}

function scopeOfDistrictCity(place: BudgetPlace, on: CivilDate): NationalScope {
  const populationAbove = valueOn('participation.district-city-population-above', on);
  if (!place.isDistrictCentre) return outside('not-a-district-centre');
  if ((place.population ?? 0) <= populationAbove) return outside('population-too-small');
  return inside('district-city', settlementKindOf(place));
}

function settlementKindOf(place: BudgetPlace): MinimumVotesKind {
  return place.isOblastCentre ? 'oblast-centre' : 'other-settlement';
}

function inside(kind: BudgetPlaceKind, minimumVotesKind: MinimumVotesKind): NationalScope {
  return { applies: true, kind, minimumVotesKind };
}

function outside(reason: OutOfScopeReason): NationalScope {
  return { applies: false, reason };
}
