import type { PetitionNewsRow } from '#features/petitions/collections/collection.reader.js';
import type { ListedPetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { Wording } from '#platform/views/wording.js';
import { atomFeed, type FeedEntry } from '../_frame/atom-feed.js';
import { addresseeOf } from './addressee-words.js';

/** Petitions as a feed; what happens to one renews its entry. */
export function petitionsFeed(
  rows: readonly ListedPetitionRow[],
  list: string,
  say: Wording,
): string {
  const home = { title: say.t('petitions.title'), page: list };
  const entries = rows.map((row) => petitionEntry(row, list, say));
  return atomFeed(home, entries, say);
}

/** One petition with what its deputy tells those who signed it. */
export function petitionFeed(
  { row, news }: { readonly row: ListedPetitionRow; readonly news: readonly PetitionNewsRow[] },
  list: string,
  say: Wording,
): string {
  const entry = petitionEntry(row, list, say);
  const home = { title: say.official(row.title).text, page: `${list}/${row.number}` };
  return atomFeed(home, [...news.map((each) => newsEntry(each, home.page, say)), entry], say);
}

function petitionEntry(row: ListedPetitionRow, list: string, say: Wording): FeedEntry {
  const state = say.t(`petitions.states.${row.state}`);
  const summary = say.t('petitions.feed.summary', { state, count: row.count });
  return {
    id: row.id,
    title: say.official(row.title).text,
    link: `${list}/${row.number ?? row.id}`,
    publishedAt: row.openedAt ?? row.submittedAt ?? new Date(0),
    changedAt: changedAt(row),
    summary: `${addresseeOf(row, say)}. ${summary}`,
  };
}

function newsEntry(
  { id, title, body, at }: PetitionNewsRow,
  page: string,
  say: Wording,
): FeedEntry {
  return {
    id,
    title: say.official(title).text,
    link: `${page}#news`,
    publishedAt: at,
    changedAt: at,
    summary: say.official(body).text,
  };
}

function changedAt({ reachedAt, openedAt, submittedAt, decidedOn }: ListedPetitionRow): Date {
  if (decidedOn) return new Date(`${decidedOn}T00:00:00.000Z`);
  return reachedAt ?? openedAt ?? submittedAt ?? new Date(0);
}
