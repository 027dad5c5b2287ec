import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { PetitionBody } from '#rules/petitions/addressee.js';
import { type CountedPopulation, type Threshold, thresholdOn } from '#rules/petitions/threshold.js';
import { isTerritoryLevel, type TerritoryLevel } from '#rules/registry/territory-level.js';

/** The addressed territory, as the rules on petitions ask about it. */
export interface PetitionPlace {
  readonly kato: string;
  readonly level: TerritoryLevel;
  /** KATO codes from the top down, itself last. */
  readonly path: readonly string[];
  /** Null while no dated figure is known. */
  readonly population: CountedPopulation | null;
}

/** The columns of a territory that a place is made of. */
export interface PlaceColumns {
  readonly kato: string;
  readonly level: string;
  readonly path: readonly string[];
  readonly population: number | null;
  readonly populationOn: CivilDate | null;
  readonly populationSource: string | null;
}

/** @throws DomainError not-found `territory.not_found` */
export function placeOf(row: PlaceColumns | undefined): PetitionPlace {
  if (!row || !isTerritoryLevel(row.level))
    throw new DomainError('not-found', 'territory.not_found');
  return { kato: row.kato, level: row.level, path: row.path, population: populationOf(row) };
}

/** The threshold that a petition to a body of this place has by the law of a day. */
export function thresholdAt(
  place: Pick<PetitionPlace, 'level' | 'population'>,
  body: PetitionBody,
  on: CivilDate,
): Threshold | null {
  return thresholdOn({ body, level: place.level }, place.population, on);
}

function populationOf(row: PlaceColumns): CountedPopulation | null {
  if (row.population === null || row.populationOn === null) return null;
  return { people: row.population, on: row.populationOn, source: row.populationSource ?? '' };
}
