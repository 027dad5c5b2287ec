import { hash } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.js';

/** Hexadecimal SHA-256, 64 digits. */
export type Digest = string;

/**
 * What a leaf says instead of a receipt code: who holds the code finds the leaf, who has the leaf
 * does not find the code. `printf %s CODE | sha256sum` gives the same.
 *
 * @param code with its dashes, as `parseReceipt` gives it
 */
export function receiptDigest(code: string): Digest {
  return sha256(code);
}

/** What a ballot or a signature is besides its content. */
export interface ActOfResident {
  readonly receipt: string;
  readonly resident: string;
  /** KATO code; null where a signature on paper names no place. */
  readonly territory: string | null;
  /** Microseconds since 1970, as text. */
  readonly at: string;
}

/** Binds who, where and when to a leaf; the receipt code in it is the salt that nobody else knows. */
export function recordDigest({ receipt, resident, territory, at }: ActOfResident): Digest {
  return sha256(canonicalJson({ at, receipt, resident, territory }));
}

/** Digest of a record that is public anyway. */
export function digestOf(record: Json): Digest {
  return sha256(canonicalJson(record));
}

/** Of a text in UTF-8. */
export function sha256(text: string): Digest {
  return hash('sha256', text, 'hex');
}
