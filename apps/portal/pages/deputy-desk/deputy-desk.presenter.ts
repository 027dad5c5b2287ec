import type { CollectionReader } from '#features/petitions/collections/collection.reader.js';
import type { InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import type { ListedPetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { DeputyRow } from '#features/registry/deputies/deputy-row.js';
import type { Wording } from '#platform/views/wording.js';
import { constituencyName } from '../deputies/maslikhat.presenter.js';
import { inquiryTable } from '../inquiries/inquiries.presenter.js';
import { nextStepText } from '../petition-desk/petition-words.js';
import { addresseeOf } from '../petitions/addressee-words.js';
import { petitionTag } from '../petitions/petition-tag.js';

interface DeskModel {
  readonly mandates: readonly DeputyRow[];
  readonly petitions: readonly ListedPetitionRow[];
  readonly colleagues: Awaited<ReturnType<CollectionReader['listColleagues']>>;
  readonly inquiries: readonly InquiryRow[];
}

export function presentDesk(model: DeskModel, say: Wording) {
  const { mandates, petitions, colleagues, inquiries } = model;
  return {
    title: say.t('deputyDesk.title'),
    mandates: mandates.map((mandate) => ({
      text: say.official(mandate.territoryName).text,
      path: `/deputies/${mandate.id}`,
      detail: constituencyName(mandate.constituency, say),
    })),
    figures: figuresOf(model, say),
    petitions: petitions.length > 0 ? petitionTable(petitions.toSorted(nearestFirst), say) : null,
    colleagues: colleagues.map(({ number, title, deputy }) => ({
      number,
      text: say.official(title).text,
      path: `/petitions/${number}`,
      deputy,
    })),
    inquiries: inquiries.length > 0 ? inquiryTable(inquiries, say) : null,
  };
}

function figuresOf({ petitions, inquiries }: DeskModel, say: Wording) {
  const figures = [
    ['near', petitions.filter(isNear).length],
    ['reached', petitions.filter(({ state }) => state === 'awaiting-answer').length],
    ['overdue', inquiries.filter(({ state }) => state === 'overdue').length],
    ['open', inquiries.filter(({ state }) => state === 'open').length],
  ] as const;
  return figures.map(([name, count]) => ({
    label: say.t(`deputyDesk.${name}`),
    value: say.number(count),
  }));
}

/** Four fifths of the way: time to go from house to house once more. */
const NEAR = 0.8;

function isNear(petition: ListedPetitionRow): boolean {
  return petition.state === 'open' && progressOf(petition) >= NEAR;
}

function progressOf({ count, required }: ListedPetitionRow): number {
  return required === null ? 0 : count / required;
}

/** Those being signed first, the nearest to the threshold on top; then the rest as they came. */
function nearestFirst(one: ListedPetitionRow, other: ListedPetitionRow): number {
  const rank = (petition: ListedPetitionRow) =>
    petition.state === 'open' ? 1 + progressOf(petition) : 0;
  return rank(other) - rank(one);
}

function petitionTable(petitions: readonly ListedPetitionRow[], say: Wording) {
  const columns = ['petition', 'state', 'count', 'next'];
  return {
    caption: say.t('deputyDesk.byNearness'),
    columns: columns.map((column) => ({ text: say.t(`petitionDesk.columns.${column}`) })),
    rows: petitions.map((petition) => ({
      cells: [
        {
          text: say.official(petition.title).text || say.t('petitionDesk.untitled'),
          path: `/deputy-desk/collections/${petition.id}`,
          detail: addresseeOf(petition, say),
        },
        { tag: petitionTag(petition.state, say) },
        { text: countText(petition, say) },
        { text: nextStepText(petition, say) },
      ],
    })),
  };
}

/** «140 / 192» */
export function countText({ count, required }: ListedPetitionRow, say: Wording): string {
  return required === null ? '–' : `${say.number(count)} / ${say.number(required)}`;
}
