import { canonicalJson, type Json } from './canonical-json.js';
import { type Digest, sha256 } from './leaf-digests.js';
import { type Hash, leafHash } from './merkle-hash.js';

/** Version of the format; stands in every leaf as `v`. */
export const LEAF_VERSION = 1;

/** A ballot was recorded. Says nothing about who cast it and what stands on it. */
export interface BallotLeaf {
  readonly kind: 'ballot';
  readonly round: string;
  /** `receiptDigest` of the code that the voter keeps. */
  readonly receipt: Digest;
  /** SHA-256 over the canonical ballot and 256 random bits that are not published. */
  readonly commitment: Digest;
  /** `recordDigest` of who, where and when: only who knows the receipt can check it. */
  readonly record: Digest;
}

/** The voting of a round is over: so many ballots stand, so many had been replaced. */
export interface ClosureLeaf {
  readonly kind: 'closure';
  readonly round: string;
  readonly standing: number;
  readonly replaced: number;
}

/** A resident signed a petition. */
export interface SignatureLeaf {
  readonly kind: 'signature';
  readonly petition: string;
  readonly number: number;
  readonly receipt: Digest;
  readonly record: Digest;
}

/** A resident took a signature back. */
export interface WithdrawalLeaf {
  readonly kind: 'withdrawal';
  readonly petition: string;
  readonly number: number;
  readonly receipt: Digest;
}

/** Minutes of a meeting were signed. */
export interface MinutesLeaf {
  readonly kind: 'minutes';
  readonly minutes: string;
  /** Of the frozen minutes as canonical JSON. */
  readonly digest: Digest;
}

/** `quarantine`: ballots were set aside from the count, or brought back. */
export const DECISION_KINDS = ['count', 'result', 'quarantine'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What a count, a published result or two people on suspicious ballots decided. */
export interface DecisionLeaf {
  readonly kind: 'decision';
  readonly what: DecisionKind;
  /** The record that holds the decision. */
  readonly id: string;
  /** Round that it is about. */
  readonly round: string;
  /** Of the record as canonical JSON. */
  readonly digest: Digest;
}

/** An act of a person in office, as the public record of acts numbers it. */
export interface ActLeaf {
  readonly kind: 'act';
  readonly id: string;
  readonly act: string;
  readonly digest: Digest;
}

/** An entry of the ledger. */
export type Leaf =
  BallotLeaf | ClosureLeaf | SignatureLeaf | WithdrawalLeaf | MinutesLeaf | DecisionLeaf | ActLeaf;

export type LeafKind = Leaf['kind'];

const FIELDS: { readonly [Kind in LeafKind]: Fields<Extract<Leaf, { kind: Kind }>> } = {
  ballot: { round: isName, receipt: isDigest, commitment: isDigest, record: isDigest },
  closure: { round: isName, standing: isCount, replaced: isCount },
  signature: { petition: isName, number: isCount, receipt: isDigest, record: isDigest },
  withdrawal: { petition: isName, number: isCount, receipt: isDigest },
  minutes: { minutes: isName, digest: isDigest },
  decision: { what: isDecision, id: isName, round: isName, digest: isDigest },
  act: { id: isName, act: isName, digest: isDigest },
};

/** Names of each kind in canonical sequence, sorted once for all leaves. */
const NAMES = new Map(
  Object.entries(FIELDS).map(([kind, fields]) => [
    kind,
    ['kind', 'v', ...Object.keys(fields)].toSorted(),
  ]),
);

/**
 * The entry as the text that is hashed: canonical JSON with the version of the format.
 *
 * @example leafText({ kind: 'act', id: '7', act: 'round.closed', digest }) // → '{"act":"round.closed",…'
 */
export function leafText(leaf: Leaf): string {
  const fields: { readonly [name: string]: Json } = { ...leaf, v: LEAF_VERSION };
  const members = NAMES.get(leaf.kind)!.map((name) => `"${name}":${canonicalJson(fields[name]!)}`);
  return `{${members.join(',')}}`;
}

/** Hash of such a text, the leaf of the Merkle tree. */
export function hashOfLeafText(text: string): Hash {
  return leafHash(text);
}

/** Reads such a text; null for anything that {@link leafText} does not write. */
export function parseLeaf(text: string): Leaf | null {
  const value = jsonOf(text);
  if (!isObject(value) || value['v'] !== LEAF_VERSION) return null;
  const fields: Readonly<Record<string, Check>> | undefined = fieldsOf(value['kind']);
  if (!fields || canonicalJson(value) !== text) return null;
  const names = Object.keys(value).filter((name) => name !== 'v' && name !== 'kind');
  const asExpected =
    names.length === Object.keys(fields).length &&
    names.every((name) => fields[name]?.(value[name]!) === true);
  if (!asExpected) return null;
  const { v: _version, ...leaf } = value;
  return leaf as unknown as Leaf;
}

/**
 * What a leaf is found by and what no two leaves share: an act stands in the log once.
 *
 * @example leafKey(ballot) // → the digest of its receipt
 */
export function leafKey(leaf: Leaf): Digest {
  switch (leaf.kind) {
    case 'ballot':
    case 'signature':
      return leaf.receipt;
    case 'withdrawal':
      return sha256(`withdrawal:${leaf.receipt}`);
    case 'closure':
      return sha256(`closure:${leaf.round}`);
    case 'minutes':
      return sha256(`minutes:${leaf.minutes}`);
    case 'decision':
      return sha256(`${leaf.what}:${leaf.id}`);
    case 'act':
      return sha256(`act:${leaf.id}`);
  }
}

/** The round or petition that a leaf belongs to, null where it belongs to the town. */
export function leafSubject(leaf: Leaf): string | null {
  if ('round' in leaf) return leaf.round;
  return 'petition' in leaf ? leaf.petition : null;
}

type Check = (value: Json) => boolean;
type Fields<T extends Leaf> = Readonly<Record<Exclude<keyof T, 'kind'>, Check>>;

function fieldsOf(kind: Json | undefined): Readonly<Record<string, Check>> | undefined {
  return typeof kind === 'string' && Object.hasOwn(FIELDS, kind)
    ? FIELDS[kind as LeafKind]
    : undefined;
}

function isName(value: Json): boolean {
  return typeof value === 'string' && value !== '';
}

function isDigest(value: Json): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isCount(value: Json): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isDecision(value: Json): boolean {
  return DECISION_KINDS.some((kind) => kind === value);
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
