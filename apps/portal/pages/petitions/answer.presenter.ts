import type { CivilDate } from '#rules/kernel/civil-date.js';
import type {
  AnswerCaseRow,
  AnswerRow,
  DiscussionRow,
} from '#features/petitions/answers/answer.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { Wording } from '#platform/views/wording.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';
import { paragraphs } from '../propose/check.presenter.js';
import { addresseeOf } from './addressee-words.js';

export interface AnswerMatter extends AnswerCaseRow {
  readonly petition: PetitionRow;
  readonly today: CivilDate;
}

/** The answer with what led to it; before it, how much time is left. */
export function presentAnswer({ petition, discussion, answer, today }: AnswerMatter, say: Wording) {
  const title = say.official(petition.title).text;
  return {
    title: `${say.t('petitions.answer.title')}: ${title}`,
    crumbs: [
      { text: say.t('petitions.title'), path: '/petitions' },
      { text: title, path: `/petitions/${petition.number}` },
      { text: say.t('petitions.answer.title') },
    ],
    petition: title,
    addressee: addresseeOf(petition, say),
    due: answer ? undefined : dueOf(petition, today, say),
    draft: discussion && draftOf(discussion, say),
    ...(answer ? decided(answer, discussion, say) : {}),
  };
}

function dueOf({ answerBy }: PetitionRow, today: CivilDate, say: Wording) {
  if (answerBy === null) return undefined;
  const values = { day: say.date(answerBy), left: say.daysLeft(answerBy, today) };
  const state = today > answerBy ? 'overdue' : 'green';
  return { state, text: say.t('petitions.answer.due', values) };
}

function draftOf({ heldOn, place, draft }: DiscussionRow, say: Wording) {
  const values = { day: say.date(heldOn), place: say.official(place).text };
  return {
    line: say.t('petitions.answer.discussionLine', values),
    paragraphs: paragraphs(say.official(draft).text),
  };
}

function decided(answer: AnswerRow, discussion: DiscussionRow | null, say: Wording) {
  const reasons = say.official(answer.reasons);
  return {
    decision: say.t(`petitions.decisions.${answer.decision}`),
    reasons: { lang: reasons.lang, paragraphs: paragraphs(reasons.text) },
    rows: rowsOf(answer, discussion, say),
    documents: answer.documents.map(({ title, url }) => ({ text: title, src: url })),
    files: answer.enclosures.map((file) => presentEnclosure(file, say)),
    appeal: say.official(answer.appeal).text || undefined,
  };
}

/** Duties that nobody fulfilled are shown as left out. */
function rowsOf(answer: AnswerRow, discussion: DiscussionRow | null, say: Wording) {
  const { signedBy, workingGroup, decidedOn } = answer;
  const row = (key: string, value: string) => ({ key: say.t(`petitions.answer.${key}`), value });
  const notDone = say.t('petitions.answer.notDone');
  return [
    row('decidedOn', say.date(decidedOn)),
    row('posted', postedOf(answer, say)),
    row('signedBy', `${signedBy.name}, ${say.official(signedBy.post).text}`),
    workingGroup.length > 0
      ? { key: say.t('petitions.answer.group'), lines: workingGroup }
      : row('group', notDone),
    row('visit', visitOf(answer, say) ?? notDone),
    row('discussion', discussion ? say.date(discussion.heldOn) : notDone),
  ];
}

function postedOf({ postedAt, postBy }: AnswerRow, say: Wording): string {
  const day = civilDateOf(postedAt);
  return day > postBy ? `${say.date(day)}, ${say.t('petitions.answer.late')}` : say.date(day);
}

function visitOf({ visitedOn, noVisitBecause }: AnswerRow, say: Wording): string | undefined {
  if (visitedOn) return say.date(visitedOn);
  if (!noVisitBecause) return undefined;
  return `${say.t('petitions.answer.noVisit')}: ${say.official(noVisitBecause).text}`;
}
