import type { Wording } from '#platform/views/wording.js';
import type { ShownCount, ShownPlace } from '../../api/petitions/shown-count.js';

/** Signatures by settlement, as bars and as a table that adds up to the total. */
export function presentByPlace({ places, hidden, unplaced, total }: ShownCount, say: Wording) {
  if (places.length === 0 || total === 0) return undefined;
  const most = Math.max(1, ...places.map(({ count }) => count ?? 0));
  return {
    bars: places.map((place) => ({
      text: say.official(place.name).text,
      percent: Math.round(((place.count ?? 0) * 100) / most),
      value: countOf(place, say),
      state: 'won',
    })),
    table: {
      caption: say.t('petitions.places.table'),
      columns: [
        { text: say.t('petitions.places.place') },
        ...['count', 'people', 'share'].map((name) => ({
          text: say.t(`petitions.places.${name}`),
          numeric: true,
        })),
      ],
      rows: [
        ...places.map((place) => ({ cells: cellsOf(place, say) })),
        ...(hidden > 0 ? [sumRow('hidden', hidden, say)] : []),
        sumRow('unplaced', unplaced, say),
        sumRow('total', total, say),
      ],
    },
    note: hidden > 0 ? say.t('petitions.places.note') : undefined,
  };
}

function cellsOf(place: ShownPlace, say: Wording) {
  const { count, population } = place;
  const share = count !== null && population ? say.percent(count, population) : '–';
  return [
    { text: say.official(place.name).text, path: `/places/${place.territory}` },
    { text: countOf(place, say) },
    { text: population === null ? '–' : say.number(population) },
    { text: share },
  ];
}

function countOf({ count }: ShownPlace, say: Wording): string {
  return count === null ? say.t('petitions.places.few') : say.number(count);
}

function sumRow(name: 'hidden' | 'unplaced' | 'total', count: number, say: Wording) {
  const cells = [say.t(`petitions.places.${name}`), say.number(count), '–', '–'];
  return { cells: cells.map((text) => ({ text })) };
}
