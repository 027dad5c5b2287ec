import type { ProposalFileRow } from '#features/participation/proposals/proposal-row.js';
import type { Wording } from '#platform/views/wording.js';
import type { OwnDraft } from './own-draft.js';
import { faultsOfDraft, questionOf } from './tasks.js';

/** All answers, each with the way back to its question. */
export function presentCheck(draft: OwnDraft, say: Wording) {
  const { proposal, round } = draft;
  const path = `/propose/${proposal.id}`;
  return {
    title: say.t('proposals.check.title'),
    back: path,
    action: `${path}/check`,
    isCorrection: proposal.state === 'returned',
    missing: faultsOfDraft(draft).map(({ code, field = '', details = {} }) => ({
      text: say.refusal(code, details),
      path: `${path}/${questionOf(field)}?from=check`,
    })),
    rows: rowsOf(draft, say),
    author: proposal.authorName,
    roundTitle: say.official(round.title).text,
  };
}

/** Paragraphs of a text, without empty ones. */
export function paragraphs(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}

function rowsOf(draft: OwnDraft, say: Wording) {
  const { proposal } = draft;
  const row = (field: string, value: string | null, lines?: readonly string[]) => ({
    key: say.t(`proposals.fields.${field}`),
    value,
    ...(lines && lines.length > 0 ? { lines } : {}),
    change: `/propose/${proposal.id}/${questionOf(field)}?from=check`,
  });
  return [
    row('category', proposal.category && say.t(`categories.${proposal.category}`)),
    row('territory', proposal.territoryName && say.official(proposal.territoryName).text),
    row('address', proposal.address),
    row('coordinates', coordinatesText(draft)),
    row('title', proposal.title),
    row('problem', null, paragraphs(proposal.problem)),
    row('idea', null, paragraphs(proposal.idea)),
    row('beneficiaries', null, paragraphs(proposal.beneficiaries)),
    row('cost', proposal.costTiyn === null ? null : say.money(proposal.costTiyn)),
    row('photos', null, namesOf(proposal.files, 'photo')),
    row('documents', null, namesOf(proposal.files, 'document')),
    row('coauthors', null, proposal.coauthors),
    row('contact', proposal.contact),
  ];
}

function coordinatesText({ proposal: { coordinates } }: OwnDraft): string | null {
  return coordinates && `${coordinates.latitude}, ${coordinates.longitude}`;
}

function namesOf(files: readonly ProposalFileRow[], kind: ProposalFileRow['kind']): string[] {
  return files
    .filter((file) => file.kind === kind)
    .map(({ alternativeText, shownName }) => alternativeText || shownName);
}
