import type { NameReader } from '../../registry/residents/name.reader.js';

type Facts = Readonly<Record<string, string | number | null>>;

/** Who proposed it, by first name and initial; null where the author was erased. */
export function withAuthorName<R extends { readonly facts: Facts }>(
  record: R,
  names: NameReader,
): R {
  const { author } = record.facts;
  if (author === undefined) return record;
  const name = names.short(author === null ? null : String(author));
  return { ...record, facts: { ...record.facts, author: name } };
}
