/** Levels of administrative units, from the country down; the capital is a `republican-city`. */
export const TERRITORY_LEVELS = [
  'republic',
  'oblast',
  'republican-city',
  'district',
  'oblast-city',
  'city-district',
  'district-city',
  'settlement',
  'rural-okrug',
  'village',
] as const;

export type TerritoryLevel = (typeof TERRITORY_LEVELS)[number];

/** Levels that may stand directly above each level. */
const PARENTS: Readonly<Record<TerritoryLevel, readonly TerritoryLevel[]>> = {
  republic: [],
  oblast: ['republic'],
  'republican-city': ['republic'],
  district: ['oblast'],
  'oblast-city': ['oblast'],
  'city-district': ['republican-city', 'oblast-city'],
  'district-city': ['district'],
  settlement: ['district', 'oblast-city'],
  'rural-okrug': ['district', 'oblast-city'],
  village: ['rural-okrug', 'settlement', 'district-city', 'district', 'oblast-city'],
};

/** `isTerritoryLevel('rural-okrug') // → true` */
export function isTerritoryLevel(text: string): text is TerritoryLevel {
  return (TERRITORY_LEVELS as readonly string[]).includes(text);
}

/**
 * May a unit of one level stand directly under a unit of another?
 *
 * @law `law.md` 5.1
 * @example canStandUnder('city-district', 'oblast-city') // → true
 */
export function canStandUnder(level: TerritoryLevel, parent: TerritoryLevel): boolean {
  return PARENTS[level].includes(parent);
}

/** Is this the one level without a parent? */
export function isTopLevel(level: TerritoryLevel): boolean {
  return PARENTS[level].length === 0;
}

/**
 * Units where a local community (жергілікті қоғамдастық) holds gatherings and assemblies.
 *
 * @law LSG arts. 39-1…39-3, redaction of 2026-07-01 (`law.md` §3)
 */
export function hasLocalCommunity(level: TerritoryLevel): boolean {
  return ['district-city', 'settlement', 'rural-okrug', 'village'].includes(level);
}
