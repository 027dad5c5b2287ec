import type { CollectionRow } from '#features/petitions/collections/collection.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { isSignedHere } from '#rules/petitions/petition-kind.js';
import type { Wording } from '#platform/views/wording.js';

/** For everybody: who stands behind a collection, where it was brought, what its deputy told. */
export function presentAround(
  { id, kind, state }: PetitionRow,
  about: CollectionRow,
  say: Wording,
) {
  const { coDeputies, session, inquiries, news } = about;
  return {
    coDeputies: coDeputies.map((deputy) => ({ text: deputy.name, path: `/deputies/${deputy.id}` })),
    session: session && {
      proposal: session.proposal,
      path: `/deputies?maslikhat=${session.territory}`,
      when: say.date(session.at),
    },
    inquiries: inquiries.map(({ number, title }) => ({
      text: title,
      path: `/inquiries/${number}`,
    })),
    news: news.map(({ title, body, at }) => ({
      title: say.official(title).text,
      body: say.official(body).text,
      at: say.date(at),
    })),
    poster:
      isSignedHere(kind) && state === 'open'
        ? `/deputy-desk/collections/${id}/poster.pdf`
        : undefined,
  };
}
