import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';

/** Round, its results, this page. */
export function countingCrumbs(say: Wording, round: RoundRow, title: string) {
  return [
    { text: say.official(round.title).text, path: `/rounds/${round.id}` },
    { text: say.t('results.title'), path: `/rounds/${round.id}/results` },
    { text: title },
  ];
}
