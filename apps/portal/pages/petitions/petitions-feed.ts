import type { ListedPetitionRow } from '#features/petitions/petitions/petition-row.js';
import { svg } from '#platform/views/svg.js';
import type { Wording } from '#platform/views/wording.js';
import { addresseeOf } from './addressee-words.js';

/** What a feed stands for and where. */
export interface FeedHome {
  readonly title: string;
  /** Address of the page that it accompanies, with the origin. */
  readonly page: string;
  /** Address of the list of petitions, with the origin. */
  readonly list: string;
}

/** Petitions as an Atom feed (RFC 4287); what happens to one renews its entry. */
export function petitionsFeed(
  rows: readonly ListedPetitionRow[],
  home: FeedHome,
  say: Wording,
): string {
  const updated = rows.map(changedAt).sort().at(-1) ?? new Date(0).toISOString();
  const entries = rows.map((row) => entryOf(row, home, say));
  // The writer of drawings escapes what is put in, which is all that XML needs.
  const feed = svg`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${say.lang}"><title>${home.title}</title><id>${home.page}</id><link rel="self" href="${home.page}/feed.atom"/><link href="${home.page}"/><updated>${updated}</updated><author><name>${say.t('common.product')}</name></author>${entries}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.toString()}\n`;
}

function entryOf(row: ListedPetitionRow, { list }: FeedHome, say: Wording) {
  const state = say.t(`petitions.states.${row.state}`);
  const summary = say.t('petitions.feed.summary', { state, count: row.count });
  const published = (row.openedAt ?? row.submittedAt ?? new Date(0)).toISOString();
  return svg`<entry><id>urn:uuid:${row.id}</id><title>${say.official(row.title).text}</title><link href="${list}/${row.number ?? row.id}"/><published>${published}</published><updated>${changedAt(row)}</updated><summary>${addresseeOf(row, say)}. ${summary}</summary></entry>`;
}

function changedAt({ reachedAt, openedAt, submittedAt, decidedOn }: ListedPetitionRow): string {
  if (decidedOn) return `${decidedOn}T00:00:00.000Z`;
  return (reachedAt ?? openedAt ?? submittedAt ?? new Date(0)).toISOString();
}
