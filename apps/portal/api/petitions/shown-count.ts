import { mergeSmallCells } from '#rules/participation/small-cells.js';
import { SMALLEST_SIGNATURE_CELL } from '#rules/petitions/signature-cells.js';
import type {
  CountByPlace,
  PlaceCountRow,
} from '#features/petitions/signatures/signature.reader.js';

/** Signatures of one unit; null where they are too few to be shown. */
export interface ShownPlace extends Omit<PlaceCountRow, 'count'> {
  readonly count: number | null;
}

/** Signatures by territory: shown places, `hidden` and `unplaced` add up to `total`. */
export interface ShownCount {
  readonly places: readonly ShownPlace[];
  /** In all places too small to be shown, together. */
  readonly hidden: number;
  /** Could not be placed. */
  readonly unplaced: number;
  readonly total: number;
}

/** Counts as their own deputy and officers see them. */
export function wholeCount({ places, unplaced, total }: CountByPlace): ShownCount {
  return { places, hidden: 0, unplaced, total };
}

/** Counts as others see them: a handful of people in a village is nobody's business. */
export function publicCount({ places, unplaced, total }: CountByPlace): ShownCount {
  const signed = places.filter(({ count }) => count > 0);
  const { shown, rest } = mergeSmallCells(signed, SMALLEST_SIGNATURE_CELL);
  const visible = new Set(shown);
  return {
    places: places.map((place) => ({
      ...place,
      count: place.count === 0 || visible.has(place) ? place.count : null,
    })),
    hidden: rest,
    unplaced,
    total,
  };
}
