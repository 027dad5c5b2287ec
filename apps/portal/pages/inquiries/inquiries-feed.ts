import type { InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import type { Wording } from '#platform/views/wording.js';
import { atomFeed, type FeedEntry } from '../_frame/atom-feed.js';

/** The newest inquiries as a feed; an answer or a comment renews the entry. */
export function inquiriesFeed(rows: readonly InquiryRow[], say: Wording, origin: string): string {
  const page = `${origin}/${say.lang}/inquiries`;
  const entries = rows.map((row) => entryOf(row, page, say));
  return atomFeed({ title: say.t('inquiries.title'), page }, entries, say);
}

function entryOf(row: InquiryRow, page: string, say: Wording): FeedEntry {
  const { id, number, title, deputyName, filedAt, answer, comments, addressee, dueOn } = row;
  const state = say.t(`inquiries.states.${row.state}`);
  const due = say.t('inquiries.dueOn', { day: say.date(dueOn) });
  return {
    id,
    title,
    link: `${page}/${number}`,
    author: deputyName,
    publishedAt: filedAt,
    changedAt: comments.at(-1)?.at ?? answer?.answeredAt ?? filedAt,
    summary: `${say.official(addressee).text}. ${state}. ${due}`,
  };
}
