import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import { potsOpenTo } from '#rules/participation/voter-eligibility.js';

/** Does it depend on where one lives which projects are laid before one? */
export function hasDistricts(round: RoundRow): boolean {
  return round.pots.some((pot) => pot.territory !== round.territory);
}

/**
 * The district that a residence belongs to: the smallest unit with a pot of its own, or the round's
 * territory; null outside the round.
 */
export function districtOf(residencePath: readonly string[], round: RoundRow): string | null {
  if (!residencePath.includes(round.territory)) return null;
  const pots = round.pots.map((pot) => pot.territory);
  return residencePath.findLast((kato) => pots.includes(kato)) ?? round.territory;
}

/** KATO codes to choose from; the round's own one stands for every other place in it. */
export function districtsToChoose(round: RoundRow, below: readonly TerritoryRow[]): string[] {
  const own = round.pots.map((pot) => pot.territory).filter((kato) => kato !== round.territory);
  const everywhere = below.length > 0 && below.every(({ kato }) => own.includes(kato));
  const hasCommonPot = round.pots.some((pot) => pot.territory === round.territory);
  return everywhere || !hasCommonPot ? own : [...own, round.territory];
}

/** The pots that people of a district decide on; all of them where there are no districts. */
export function potsOfDistrict(
  districtPath: readonly string[] | null,
  round: RoundRow,
): ReadonlyMap<string, bigint> {
  const all = new Map(round.pots.map((pot) => [pot.territory, pot.amountTiyn]));
  if (districtPath === null) return all;
  const open = potsOpenTo(districtPath, [...all.keys()]);
  return new Map(open.map((kato) => [kato, all.get(kato)!]));
}
