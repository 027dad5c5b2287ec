/** What an entry of the ledger may hold. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Most texts: nothing in them to escape, nothing outside the first plane. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
const HALF_A_PAIR = /\p{Surrogate}/u;

/**
 * The one way to write a value as text, so that everybody gets the same bytes and the same hash:
 * names sorted by UTF-16 code units, no blanks, numbers and strings as ECMAScript writes them.
 *
 * RFC 8785 (JSON Canonicalization Scheme).
 *
 * @throws RangeError for what JSON cannot hold: NaN, an infinity, half of a surrogate pair
 * @example canonicalJson({ b: [1, 'ә'], a: null }) // → '{"a":null,"b":[1,"ә"]}'
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return written(value);
  if (typeof value === 'number') return writtenNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const name of Object.keys(value).sort())
    members += `${members && ','}${written(name)}:${canonicalJson(value[name]!)}`;
  return `{${members}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function written(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (HALF_A_PAIR.test(text)) throw new RangeError('A text with half of a surrogate pair');
  return JSON.stringify(text);
}

function writtenNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('A number that JSON cannot hold');
  return JSON.stringify(value);
}
