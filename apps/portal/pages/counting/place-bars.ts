import type { PlaceMoney, PotMeasures } from '#features/participation/results/pot-measures.js';
import type { StoredCount } from '#features/participation/results/stored-count.js';
import type { Wording } from '#platform/views/wording.js';
import { type Svg, svg } from '#platform/views/svg.js';
import { percentOf } from '../results/rank-bar.js';
import { placeNames } from './measure-words.js';
import { averageOf } from './shown-fraction.js';

export interface PlacesBeside {
  readonly count: StoredCount;
  readonly own: PotMeasures;
  readonly other: PotMeasures;
  /** What the two sides are called. */
  readonly names: readonly [string, string];
}

/** Money per voter by place under both counts: bars, and the same as a table; null for no places. */
export function placeBars(say: Wording, { count, own, other, names }: PlacesBeside) {
  if (own.byPlace.length === 0) return null;
  const nameOf = placeNames(say, count);
  const sums = own.byPlace.map((place) => pairOf(place, other));
  const most = Math.max(1, ...sums.flat().map(Number));
  return {
    caption: say.t('results.ranking.caption'),
    columns: [
      { text: say.t('counting.measures.place') },
      { text: say.t('counting.measures.voters'), numeric: true },
      ...names.map((text) => ({ text, numeric: true })),
    ],
    bars: own.byPlace.map(({ territory }, place) => ({
      name: nameOf(territory),
      drawing: drawPair(sums[place]!, most),
    })),
    rows: own.byPlace.map(({ territory, voters }, place) => ({
      cells: [
        { text: nameOf(territory) },
        { text: say.number(voters) },
        ...sums[place]!.map((sum) => ({ text: say.money(sum) })),
      ],
    })),
  };
}

function pairOf({ territory, perVoter }: PlaceMoney, other: PotMeasures): readonly bigint[] {
  const same = other.byPlace.find((place) => place.territory === territory);
  return [averageOf(perVoter), averageOf(same?.perVoter ?? '0')];
}

/** The result solid above, the other count hatched below; the sums stand in the table. */
function drawPair(sums: readonly bigint[], most: number): Svg {
  const [first = 0, second = 0] = sums.map((sum) => percentOf(Number(sum), most));
  return svg`<svg class="place-bars__drawing" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="chart-won" width="${first}" height="5"></rect><rect fill="url(#hatch)" class="chart-lost" y="6" width="${second}" height="5"></rect></svg>`;
}
