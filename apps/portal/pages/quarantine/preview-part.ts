import type {
  PreviewedPot,
  QuarantinePreview,
} from '#features/participation/results/quarantine/quarantine-preview.js';
import type { Wording } from '#platform/views/wording.js';
import { totalsTable } from './quarantine-words.js';

/** What a motion would change, for those who decide on it. */
export function previewPart({ batch, counted, pots }: QuarantinePreview, say: Wording) {
  return {
    rows: [
      row('batch', say.number(batch.ballots)),
      row('countedNow', say.number(counted.now)),
      row('countedThen', say.number(counted.after)),
      ...pots.flatMap((pot) => potRows(pot)),
    ],
    totals: totalsTable(batch, say.t('quarantine.preview.totals'), say),
  };

  function row(name: string, value: string) {
    return { key: say.t(`quarantine.preview.${name}`), value };
  }

  function potRows({ now, after, isTied }: PreviewedPot) {
    const winners = isTied ? say.t('quarantine.preview.tied') : numbers(after);
    return [row('winnersNow', numbers(now)), row('winnersThen', winners)];
  }

  function numbers(winners: readonly number[]): string {
    if (winners.length === 0) return say.t('quarantine.preview.none');
    return winners.map((number) => say.t('common.number', { number })).join(', ');
  }
}
