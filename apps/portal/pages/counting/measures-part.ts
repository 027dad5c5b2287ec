import type { PotMeasures } from '#features/participation/results/pot-measures.js';
import type { StoredCount } from '#features/participation/results/stored-count.js';
import type { Wording } from '#platform/views/wording.js';
import { averageOf } from './shown-fraction.js';
import { measureRows, placeNames } from './measure-words.js';

/** What voters got by a result: for the page of a result. */
export function measuresPart(say: Wording, count: StoredCount, measures: PotMeasures) {
  return { rows: measureRows(say, measures), table: placeTable(say, count, measures) };
}

function placeTable(say: Wording, count: StoredCount, { byPlace }: PotMeasures) {
  if (byPlace.length === 0) return null;
  const nameOf = placeNames(say, count);
  return {
    caption: say.t('counting.measures.byPlace'),
    columns: [
      { text: say.t('counting.measures.place') },
      { text: say.t('counting.measures.voters'), numeric: true },
      { text: say.t('counting.measures.perVoter'), numeric: true },
    ],
    rows: byPlace.map(({ territory, voters, perVoter }) => ({
      cells: [
        { text: nameOf(territory) },
        { text: say.number(voters) },
        { text: say.money(averageOf(perVoter)) },
      ],
    })),
  };
}
