import { getRowOn } from '#rules/rulebook/value-on.js';
import { daysBetween } from '#rules/kernel/civil-date.js';
import type { InquiryAnswerRow, InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import type { Wording } from '#platform/views/wording.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';
import { clockBadge } from '../review/review-clock.js';
import { inquiryTag } from './inquiries.presenter.js';

/** What the reader of the page may do with the inquiry. */
export interface InquiryActs {
  readonly answer: boolean;
  readonly comment: boolean;
}

/** One inquiry: the question, the clock, the answer, what the deputy says of it. */
export function presentInquiryPage(inquiry: InquiryRow, may: InquiryActs, say: Wording) {
  const path = `/inquiries/${inquiry.number}`;
  return {
    title: inquiry.title,
    number: say.t('inquiries.number', { number: inquiry.number }),
    crumbs: [
      { text: say.t('inquiries.title'), path: '/inquiries' },
      { text: say.t('common.number', { number: inquiry.number }) },
    ],
    language: inquiry.language,
    tag: inquiryTag(inquiry, say),
    badge: inquiry.answer ? null : clockBadge(inquiry.dueOn, inquiry.today, say),
    overdue: overdueText(inquiry, say),
    rows: rowsOf(inquiry, say),
    body: inquiry.body,
    answer: inquiry.answer && answerOf(inquiry.answer, inquiry, say),
    comments: inquiry.comments.map(({ verdict, language, body, at }) => ({
      verdict: say.t(`inquiries.verdicts.${verdict}`),
      language,
      body,
      at: say.date(at),
    })),
    answerPath: may.answer ? `${path}/answer` : undefined,
    commentPath: may.comment ? `${path}/comment` : undefined,
    json: `/api/v1/inquiries/${inquiry.number}`,
  };
}

/** What stands above the forms of the answer and of the comment as well. */
export function rowsOf(inquiry: InquiryRow, say: Wording) {
  const { source } = getRowOn('maslikhat.inquiry-answer-months', inquiry.filedOn);
  const law = say.t('inquiries.law', { point: source.point });
  return [
    {
      key: say.t('inquiries.columns.deputy'),
      value: inquiry.deputyName,
      path: `/deputies/${inquiry.deputy}`,
    },
    { key: say.t('inquiries.maslikhat'), value: say.official(inquiry.territoryName).text },
    {
      key: say.t('inquiries.columns.addressee'),
      value: `${say.official(inquiry.addressee).text}, ${say.t(`inquiries.addressees.${inquiry.addresseeKind}`)}`,
    },
    { key: say.t('inquiries.competence'), value: inquiry.competence },
    ...petitionRow(inquiry, say),
    { key: say.t('inquiries.filed'), value: say.dateTime(inquiry.filedAt) },
    { key: say.t('inquiries.due'), value: `${say.date(inquiry.dueOn)} (${law})` },
  ];
}

function petitionRow({ petition }: InquiryRow, say: Wording) {
  if (!petition) return [];
  const value = `№ ${petition.number} ${say.official(petition.title).text}`;
  return [{ key: say.t('inquiries.petition'), value, path: `/petitions/${petition.number}` }];
}

function overdueText({ state, dueOn, today, answer }: InquiryRow, say: Wording) {
  if (state === 'overdue') return say.t('inquiries.overdue', { count: daysBetween(dueOn, today) });
  if (state === 'answered-late' && answer)
    return say.t('inquiries.wasLate', { count: daysBetween(dueOn, answer.answeredOn) });
  return undefined;
}

function answerOf(answer: InquiryAnswerRow, { filedOn }: InquiryRow, say: Wording) {
  return {
    when: say.t('inquiries.answeredAfter', {
      day: say.date(answer.answeredOn),
      count: daysBetween(filedOn, answer.answeredOn),
    }),
    signed: `${answer.signedBy}, ${answer.signedPost} (${say.t(`inquiries.signatories.${answer.signatory}`)})`,
    entered: say.official(answer.post).text,
    language: answer.language,
    body: answer.body,
    links: answer.links,
    files: answer.enclosures.map((file) => presentEnclosure(file, say)),
  };
}
