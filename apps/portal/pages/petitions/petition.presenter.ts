import type { CivilDate } from '#rules/kernel/civil-date.js';
import { basisOf, isSignedHere } from '#rules/petitions/petition-kind.js';
import { PETITION_TEXT_FIELDS } from '#rules/petitions/petition-draft.js';
import { takesSignatures } from '#rules/petitions/petition-lifecycle.js';
import { PETITION_GROUND_POINTS } from '#rules/petitions/petition-refusal.js';
import type { AnswerCaseRow } from '#features/petitions/answers/answer.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { ShownSignatureRow } from '#features/petitions/signatures/signature.reader.js';
import type { Wording } from '#platform/views/wording.js';
import type { ShownCount } from '../../api/petitions/shown-count.js';
import { paragraphs } from '../propose/check.presenter.js';
import { addresseeOf } from './addressee-words.js';
import { presentByPlace } from './by-place.presenter.js';
import { presentCourse } from './petition-course.js';
import { petitionTag } from './petition-tag.js';
import { presentThermometer } from './thermometer.presenter.js';
import { personName } from '../_frame/person-name.js';

/** Everything that a petition's page shows. */
export interface PetitionMatter {
  readonly petition: PetitionRow;
  readonly about: AnswerCaseRow;
  readonly byPlace: ShownCount;
  readonly latest: readonly ShownSignatureRow[];
  readonly today: CivilDate;
}

export function presentPetitionPage(matter: PetitionMatter, say: Wording) {
  const { petition, about, byPlace, latest, today } = matter;
  const path = `/petitions/${petition.number}`;
  const title = say.official(petition.title).text;
  return {
    title,
    crumbs: [{ text: say.t('petitions.title'), path: '/petitions' }, { text: title }],
    caption: say.t('petitions.page.number', { number: petition.number ?? '' }),
    kind: say.t(`petitions.kinds.${petition.kind}`),
    tag: petitionTag(petition.state, say),
    facts: factsOf(petition, say),
    basis: say.t(`petitions.bases.${basisOf(petition.kind)}`),
    thermometer: presentThermometer(petition, today, say),
    sign: isOpenForSigning(petition) ? `${path}/sign` : undefined,
    ends: endsOf(petition, today, say),
    portal: petition.portalUrl ?? undefined,
    portalSeen: petition.portalSeenOn && portalSeen(petition.portalSeenOn, say),
    answer: answerDoor(petition, path, say),
    refusal: refusalRows(petition, say),
    texts: textsOf(petition, say),
    digest: petition.textDigest ?? undefined,
    places: isSignedHere(petition.kind) ? presentByPlace(byPlace, say) : undefined,
    course: presentCourse(petition, about, say),
    signers: latest.map(({ number, name, erased }) => ({
      number,
      name: erased ? personName(null, say) : name,
    })),
    law: lawOf(petition, say),
    ...twinsOf(petition, path, say),
  };
}

/** The same for programs. */
function twinsOf({ id }: PetitionRow, path: string, say: Wording) {
  return {
    json: `/api/v1/petitions/${id}`,
    csv: `/api/v1/petitions/${id}/places.csv`,
    ukJson: `/${say.lang}${path}/petition.json`,
    feed: `/${say.lang}${path}/feed.atom`,
  };
}

/** The texts of a petition in the page's language, part by part. */
export function textsOf({ texts }: PetitionRow, say: Wording) {
  return PETITION_TEXT_FIELDS.filter((field) => field !== 'title')
    .map((field) => ({ field, said: say.official(texts[field]) }))
    .filter(({ said }) => said.text !== '')
    .map(({ field, said }) => ({
      heading: say.t(`petitions.page.${field}`),
      lang: said.lang,
      paragraphs: paragraphs(said.text),
    }));
}

export function isOpenForSigning({ kind, state, closesAt }: PetitionRow): boolean {
  // Only whether a button stands there: the window is decided by the database's clock.
  return isSignedHere(kind) && takesSignatures(state) && closesAt !== null && new Date() < closesAt;
}

function factsOf(petition: PetitionRow, say: Wording): readonly string[] {
  const { deputy } = petition;
  return [
    addresseeOf(petition, say),
    ...(deputy ? [say.t('petitions.page.deputy', { name: deputy.name })] : []),
  ];
}

function endsOf({ state, lastDay }: PetitionRow, today: CivilDate, say: Wording) {
  if (!takesSignatures(state) || lastDay === null || lastDay < today) return undefined;
  const values = { day: say.date(lastDay), left: say.daysLeft(lastDay, today) };
  return say.t('petitions.page.ends', values);
}

function portalSeen(on: CivilDate, say: Wording): string {
  return say.t('petitions.page.portalSeen', { day: say.date(on) });
}

function answerDoor({ state }: PetitionRow, path: string, say: Wording) {
  if (state !== 'answered' && state !== 'awaiting-answer') return undefined;
  const key = state === 'answered' ? 'readAnswer' : 'followAnswer';
  return { text: say.t(`petitions.page.${key}`), path: `${path}/answer` };
}

function refusalRows({ refusal }: PetitionRow, say: Wording) {
  if (!refusal) return undefined;
  const { ground, subject, earlierNumber, reasons, post } = refusal;
  const point = PETITION_GROUND_POINTS[ground];
  const row = (name: string, value: string) => ({ key: say.t(`petitions.page.${name}`), value });
  return [
    row('refusedFor', `${say.t(`petitions.grounds.${ground}`)} (${point})`),
    ...(subject ? [row('refusedSubject', say.t(`excludedSubjects.${subject}`))] : []),
    ...(earlierNumber
      ? [{ ...row('refusedEarlier', earlierNumber), path: `/petitions/${earlierNumber}` }]
      : []),
    row('reasons', say.official(reasons).text),
    row('refusedBy', say.official(post).text),
  ];
}

function lawOf({ threshold }: PetitionRow, say: Wording): string | undefined {
  if (!threshold) return undefined;
  const { point, redaction } = threshold.source;
  return say.t('petitions.page.lawPoint', { point, redaction: say.date(redaction) });
}
