import { BODY_KINDS, type VotingBody, isVotingBody } from '#rules/assemblies/body-kind.js';
import { isKato } from '#rules/registry/kato.js';

/** Which meetings a page or a feed is asked for; what is not readable narrows nothing. */
export interface AssembliesQuery {
  readonly territory: string | undefined;
  readonly kind: VotingBody | undefined;
  readonly after: string | undefined;
  readonly q: string | undefined;
}

const LONGEST_WORDS = 100;

export function readAssembliesQuery(sent: Readonly<Record<string, unknown>>): AssembliesQuery {
  const text = (name: string) => {
    const value = sent[name];
    return typeof value === 'string' && value !== ''
      ? value.slice(0, LONGEST_WORDS).trim()
      : undefined;
  };
  const place = text('place');
  const kind = text('kind');
  return {
    territory: place !== undefined && isKato(place) ? place : undefined,
    kind: BODY_KINDS.filter(isVotingBody).find((body) => body === kind),
    after: text('after'),
    q: text('q'),
  };
}

/** The same question as the end of an address: `'?place=113430100&kind=assembly'`. */
export function queryText({ territory, kind, q }: AssembliesQuery, after?: string): string {
  const values = { place: territory, kind, q, after };
  const sent = Object.entries(values).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return sent.length === 0 ? '' : `?${new URLSearchParams(sent)}`;
}
