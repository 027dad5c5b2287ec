import { svg } from '#platform/views/svg.js';
import type { Wording } from '#platform/views/wording.js';

/** One entry of a feed; its id stays the same for ever. */
export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  /** Address with the origin. */
  readonly link: string;
  readonly publishedAt: Date;
  readonly changedAt: Date;
  readonly summary: string;
  readonly author?: string;
}

/** What a feed stands beside. */
export interface FeedHome {
  readonly title: string;
  /** Address of the page that it accompanies, with the origin. */
  readonly page: string;
}

/** Entries as an Atom feed (RFC 4287). */
export function atomFeed(home: FeedHome, entries: readonly FeedEntry[], say: Wording): string {
  const { title, page } = home;
  const changed = Math.max(0, ...entries.map(({ changedAt }) => changedAt.getTime()));
  // The writer of drawings escapes what is put in, which is all that XML needs.
  const feed = svg`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${say.lang}"><title>${title}</title><id>${page}</id><link rel="self" href="${page}/feed.atom"/><link href="${page}"/><updated>${new Date(changed).toISOString()}</updated><author><name>${say.t('common.product')}</name></author>${entries.map(written)}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.toString()}\n`;
}

function written({ id, title, link, publishedAt, changedAt, summary, author }: FeedEntry) {
  const by = author === undefined ? svg`` : svg`<author><name>${author}</name></author>`;
  return svg`<entry><id>urn:uuid:${id}</id><title>${title}</title><link href="${link}"/>${by}<published>${publishedAt.toISOString()}</published><updated>${changedAt.toISOString()}</updated><summary>${summary}</summary></entry>`;
}
