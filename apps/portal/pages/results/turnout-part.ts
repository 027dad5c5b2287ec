import type { Turnout } from '#features/participation/results/stored-count.js';
import type { Wording } from '#platform/views/wording.js';
import { SMALLEST_GROUP } from '#rules/participation/small-cells.js';

/** Who voted, in tables; small groups stand together. */
export function turnoutPart(say: Wording, { byTerritory, byDay }: Turnout) {
  const places = byTerritory.shown.map(
    ({ name, count }) => [say.official(name).text, count] as const,
  );
  const days = byDay.shown.map(({ day, count }) => [say.weekday(day), count] as const);
  return {
    note: say.t('results.turnout.note', { smallest: SMALLEST_GROUP }),
    isSmall: places.length === 0,
    tables:
      places.length === 0
        ? []
        : [
            table(say, 'territory', { rows: places, rest: byTerritory.rest }),
            table(say, 'day', { rows: days, rest: byDay.rest }),
          ],
  };
}

interface Cells {
  readonly rows: readonly (readonly [text: string, count: number])[];
  readonly rest: number;
}

function table(say: Wording, kind: 'territory' | 'day', { rows, rest }: Cells) {
  const all = rest > 0 ? [...rows, [say.t('results.turnout.rest'), rest] as const] : rows;
  const captions = { territory: 'byTerritory', day: 'byDay' } as const;
  return {
    caption: say.t(`results.turnout.${captions[kind]}`),
    columns: [
      { text: say.t(`results.columns.${kind}`) },
      { text: say.t('results.columns.count'), numeric: true },
    ],
    rows: all.map(([text, count]) => ({ cells: [{ text }, { text: say.number(count) }] })),
  };
}
