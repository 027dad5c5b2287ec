import type { InquiryAnswerRow, InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';
import { presentInstant } from '../instant.js';

/** An inquiry as programs see it. */
export function presentInquiry(inquiry: InquiryRow) {
  const { id, number, state, territory, territoryName, language, title, body } = inquiry;
  return {
    id,
    number,
    state,
    deputy: { id: inquiry.deputy, name: inquiry.deputyName },
    territory,
    territoryName,
    addressee: {
      kind: inquiry.addresseeKind,
      territory: inquiry.addresseeTerritory,
      post: inquiry.addressee,
    },
    language,
    title,
    body,
    competence: inquiry.competence,
    petition: inquiry.petition,
    filedAt: presentInstant(inquiry.filedAt),
    dueOn: inquiry.dueOn,
    answer: inquiry.answer && presentAnswer(inquiry.answer),
    comments: inquiry.comments.map(({ at, ...comment }) => ({
      ...comment,
      at: presentInstant(at),
    })),
  };
}

export type InquiryView = ReturnType<typeof presentInquiry>;

function presentAnswer({ answeredAt, post, enclosures, ...answer }: InquiryAnswerRow) {
  return {
    ...answer,
    enclosures: enclosures.map(presentEnclosure),
    enteredBy: post,
    answeredAt: presentInstant(answeredAt),
  };
}
