import type { ResultRow } from '#features/participation/results/result.reader.js';
import type { SettledPot, SettledProject } from '#features/participation/results/settled-result.js';
import type { Wording } from '#platform/views/wording.js';
import { drawLots } from '#rules/tally/lottery.js';

interface LotsOf {
  readonly result: ResultRow;
  readonly pot: SettledPot;
  readonly project: SettledProject;
}

/** The lots of a draw among equals, as anybody can draw them again. */
export function lotsTable(say: Wording, { pot, project, result }: LotsOf) {
  const { ties } = result.count.rule;
  const own = pot.steps.find((step) => step.project === project.id);
  if (!ties.startsWith('lottery:') || !own || own.tiedWith.length === 0) return null;
  const seed = ties.slice('lottery:'.length);
  const { lots } = drawLots(seed, [project.id, ...own.tiedWith]);
  return {
    caption: say.t('results.why.lots'),
    columns: [{ text: say.t('results.columns.project') }, { text: say.t('results.columns.lot') }],
    rows: lots.map((lot) => ({
      cells: [
        { text: say.t('common.number', { number: Number(lot.project) }) },
        { text: `${lot.number.slice(0, 16)}…` },
      ],
    })),
  };
}
