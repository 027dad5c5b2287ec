import type {
  CollectionRow,
  SessionRequestRow,
} from '#features/petitions/collections/collection.reader.js';
import { presentInstant } from '../instant.js';

/** What deputies have done around a collection, as programs see it. */
export function presentCollection({ coDeputies, news, session, inquiries }: CollectionRow) {
  return {
    coDeputies,
    news: news.map(({ at, ...each }) => ({ ...each, at: presentInstant(at) })),
    session: session && presentSessionRequest(session),
    inquiries,
  };
}

export type CollectionView = ReturnType<typeof presentCollection>;

export function presentSessionRequest({ at, ...request }: SessionRequestRow) {
  return { ...request, at: presentInstant(at) };
}
