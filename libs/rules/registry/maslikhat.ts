import type { TerritoryLevel } from './territory-level.js';

/** Kinds of maslikhats by the most deputies that the law gives them. */
export type MaslikhatKind = 'region' | 'city' | 'district';

const KINDS: Readonly<Partial<Record<TerritoryLevel, MaslikhatKind>>> = {
  oblast: 'region',
  'republican-city': 'region',
  'oblast-city': 'city',
  district: 'district',
};

/**
 * The kind of the maslikhat of a unit; null where the unit has none of its own.
 *
 * @law LSG arts. 5–15, redaction of 2026-07-01 (`law.md` 4.1)
 * @example maslikhatKindOf('rural-okrug') // → null
 */
export function maslikhatKindOf(level: TerritoryLevel): MaslikhatKind | null {
  return KINDS[level] ?? null;
}
