import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';

export interface TerritoryView {
  readonly kato: string;
  readonly parent: string | null;
  readonly level: string;
  readonly name: { readonly kk: string; readonly ru: string; readonly en?: string };
  readonly population: {
    readonly count: number;
    readonly on: string;
    readonly source: string;
  } | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly succeededBy: string | null;
}

/** A unit as programs see it. */
export function presentTerritory(row: TerritoryRow): TerritoryView {
  return {
    kato: row.kato,
    parent: row.parentKato,
    level: row.level,
    name: { kk: row.nameKk, ru: row.nameRu, ...(row.nameEn === null ? {} : { en: row.nameEn }) },
    population:
      row.population === null
        ? null
        : { count: row.population, on: row.populationOn ?? '', source: row.populationSource ?? '' },
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    succeededBy: row.succeededBy,
  };
}
