import type { SimilarProposalRow } from '#features/participation/proposals/similar-proposal.reader.js';
import type { Wording } from '#platform/views/wording.js';

const REFUSED = ['refused', 'provisionally-refused'];

/** Proposals like the one being written, those refused earlier apart. */
export function presentSimilar(id: string, rows: readonly SimilarProposalRow[], say: Wording) {
  const refused = rows.filter(({ state }) => REFUSED.includes(state));
  const others = rows.filter(({ state }) => !REFUSED.includes(state));
  return {
    title: say.t('proposals.questions.similar'),
    back: `/propose/${id}`,
    action: `/propose/${id}/similar`,
    others: others.map((row) => presentRow(row, say)),
    refused: refused.map((row) => presentRow(row, say)),
  };
}

function presentRow(
  { number, title, language, address, state, year, metres }: SimilarProposalRow,
  say: Wording,
) {
  return {
    text: title,
    lang: language,
    path: `/projects/${number}`,
    detail: [number, String(year), address].join(' · '),
    near: metres === null ? undefined : say.t('proposals.similar.metres', { metres }),
    state: { text: say.t(`states.${state}`), colour: REFUSED.includes(state) ? 'red' : 'blue' },
  };
}
