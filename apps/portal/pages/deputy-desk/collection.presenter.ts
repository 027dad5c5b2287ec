import type { CollectionRow } from '#features/petitions/collections/collection.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { CountByPlace } from '#features/petitions/signatures/signature.reader.js';
import { isPublic } from '#rules/petitions/petition-lifecycle.js';
import type { Wording } from '#platform/views/wording.js';
import { nextStepText, thresholdText } from '../petition-desk/petition-words.js';
import { addresseeOf } from '../petitions/addressee-words.js';
import { petitionTag } from '../petitions/petition-tag.js';

interface CollectionModel {
  readonly petition: PetitionRow;
  readonly about: CollectionRow;
  readonly byPlace: CountByPlace;
}

/** D03: how far it is, what comes next, what the deputy can do. */
export function presentCollection({ petition, about, byPlace }: CollectionModel, say: Wording) {
  return {
    title: say.official(petition.title).text,
    crumbs: [
      { text: say.t('deputyDesk.title'), path: '/deputy-desk' },
      { text: say.t('common.number', { number: petition.number ?? '' }) },
    ],
    tag: petitionTag(petition.state, say),
    addressee: addresseeOf(petition, say),
    next: nextStepText(petition, say),
    threshold: petition.threshold && thresholdText(petition.threshold, say),
    figures: figuresOf(petition, say),
    refusal: refusalOf(petition, say),
    places: petition.openedAt === null ? null : placesTable(byPlace, say),
    ...actsOn(petition, about),
    ...aroundIt(about, say),
  };
}

function actsOn({ id, number, state, reachedAt }: PetitionRow, { session }: CollectionRow) {
  const path = `/deputy-desk/collections/${id}`;
  return {
    ...(isPublic(state) ? { paperPath: `${path}/sheets`, posterPath: `${path}/poster.pdf` } : {}),
    ...(isPublic(state) ? { publicPath: `/petitions/${number}`, newsAction: `${path}/news` } : {}),
    ...(state === 'under-check' ? { withdrawal: `${path}/withdrawal` } : {}),
    ...(reachedAt ? { inquiryPath: `/deputy-desk/inquiry?petition=${id}` } : {}),
    ...(reachedAt && !session ? { sessionPath: `${path}/session` } : {}),
  };
}

function aroundIt(about: CollectionRow, say: Wording) {
  return {
    news: about.news.map(({ title, body, at }) => ({
      title: say.official(title).text,
      body: say.official(body).text,
      at: say.date(at),
    })),
    coDeputies: about.coDeputies.map(({ id, name }) => ({ text: name, path: `/deputies/${id}` })),
    session: sessionOf(about, say),
    inquiries: about.inquiries.map(({ number, title }) => ({
      text: title,
      path: `/inquiries/${number}`,
    })),
  };
}

function figuresOf({ count, threshold, openedAt }: PetitionRow, say: Wording) {
  if (openedAt === null || threshold === null) return null;
  return [
    { label: say.t('petitionDesk.figures.count'), value: say.number(count) },
    { label: say.t('petitionDesk.figures.required'), value: say.number(threshold.required) },
    {
      label: say.t('petitionDesk.figures.left'),
      value: say.number(Math.max(0, threshold.required - count)),
    },
  ];
}

function refusalOf({ refusal }: PetitionRow, say: Wording) {
  if (!refusal) return null;
  return {
    ground: say.t(`petitions.grounds.${refusal.ground}`),
    subject: refusal.subject && say.t(`excludedSubjects.${refusal.subject}`),
    reasons: refusal.reasons,
    by: `${say.official(refusal.post).text}, ${say.date(refusal.at)}`,
  };
}

/** Adds up to the count: what no village can be told of stands in a row of its own. */
function placesTable({ places, unplaced, total }: CountByPlace, say: Wording) {
  const row = (name: string, count: number, share: string) => ({
    cells: [{ text: name }, { text: say.number(count) }, { text: share }],
  });
  return {
    caption: say.t('petitionDesk.places.caption'),
    columns: [
      { text: say.t('petitionDesk.places.place') },
      { text: say.t('petitionDesk.places.count'), numeric: true },
      { text: say.t('petitionDesk.places.share'), numeric: true },
    ],
    rows: [
      ...places.map(({ name, count, population }) =>
        row(say.official(name).text, count, population ? say.percent(count, population) : '–'),
      ),
      row(say.t('petitionDesk.places.unplaced'), unplaced, '–'),
      row(say.t('petitionDesk.places.total'), total, '–'),
    ],
  };
}

function sessionOf({ session }: CollectionRow, say: Wording) {
  if (!session) return null;
  return {
    when: say.date(session.at),
    proposal: session.proposal,
    signatures: say.number(session.signatures),
  };
}
