import { assemblySizeOn } from '#rules/assemblies/assembly-size.js';
import { BODY_KINDS, bodyStandingOn, canHaveBody } from '#rules/assemblies/body-kind.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import type { BodyRow } from '#features/assemblies/bodies/body-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';

/** A body with everybody in it. */
export function presentBody(row: BodyRow) {
  const { id, kind, territory, territoryName, from, until, members, version } = row;
  return { id, kind, territory, territoryName, from, until, members, version };
}

export type BodyView = ReturnType<typeof presentBody>;

/** The sizes that the law asks of an assembly here; null where the population is not known. */
export function presentSize(
  { population, populationOn }: Pick<TerritoryRow, 'population' | 'populationOn'>,
  on: CivilDate,
  overrides: readonly LocalOverride[],
) {
  if (population === null) return null;
  return { population, populationOn, ...assemblySizeOn(on, population, overrides) };
}

/** Every kind of body that a unit of this level may have, and what the law makes of it. */
export function presentKinds(level: string, on: CivilDate) {
  return BODY_KINDS.filter((kind) => canHaveBody(level as TerritoryLevel, kind)).map((kind) => ({
    kind,
    standing: bodyStandingOn(kind, on),
  }));
}
