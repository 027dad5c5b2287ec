import type { InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import { svg } from '#platform/views/svg.js';
import type { Wording } from '#platform/views/wording.js';

/** The newest inquiries as an Atom feed (RFC 4287); an answer renews the entry. */
export function inquiriesFeed(rows: readonly InquiryRow[], say: Wording, origin: string): string {
  const home = `${origin}/${say.lang}/inquiries`;
  const updated = rows.map(changedAt).sort().at(-1) ?? new Date(0).toISOString();
  // The writer of drawings escapes what is put in, which is all that XML needs.
  const feed = svg`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${say.lang}"><title>${say.t('inquiries.title')}</title><id>${home}</id><link rel="self" href="${home}/feed.atom"/><link href="${home}"/><updated>${updated}</updated>${rows.map((row) => entryOf(row, say, home))}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.toString()}\n`;
}

function entryOf(row: InquiryRow, say: Wording, home: string) {
  const state = say.t(`inquiries.states.${row.state}`);
  const due = say.t('inquiries.dueOn', { day: say.date(row.dueOn) });
  return svg`<entry><id>urn:uuid:${row.id}</id><title>${row.title}</title><link href="${home}/${row.number}"/><author><name>${row.deputyName}</name></author><published>${row.filedAt.toISOString()}</published><updated>${changedAt(row)}</updated><summary>${say.official(row.addressee).text}. ${state}. ${due}</summary></entry>`;
}

function changedAt({ filedAt, answer, comments }: InquiryRow): string {
  return (comments.at(-1)?.at ?? answer?.answeredAt ?? filedAt).toISOString();
}
