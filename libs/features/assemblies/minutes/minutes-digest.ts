import { hash } from 'node:crypto';
import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import { canonicalJson, type Json } from '#rules/ledger/canonical-json.js';

/** Hexadecimal SHA-256 of each part of minutes: the heading's fields, and the items by number. */
export type PartDigests = Readonly<Record<string, string>>;

/** SHA-256 over the canonical JSON of minutes (RFC 8785): what both sign. */
export function digestOfMinutes(document: MinutesDocument): Buffer {
  return hash('sha256', canonicalJson(plain(document)), 'buffer');
}

/** Digests by part, so that a later change can be named. */
export function partDigestsOf({ items, ...head }: MinutesDocument): PartDigests {
  const parts = [
    ...Object.entries(head).map(([name, value]) => [name, digestOf(value)] as const),
    ...items.map((item) => [`items.${item.number}`, digestOf(item)] as const),
  ];
  return Object.fromEntries(parts);
}

/** Parts that are not what was signed; parts that came or went are among them. */
export function changedParts(signed: PartDigests, found: PartDigests): readonly string[] {
  const names = new Set([...Object.keys(signed), ...Object.keys(found)]);
  return [...names].filter((name) => signed[name] !== found[name]).toSorted();
}

function digestOf(value: unknown): string {
  return hash('sha256', canonicalJson(value as Json), 'hex');
}

/** Interfaces are no `Json` by name, but these hold nothing else. */
function plain(document: MinutesDocument): Json {
  return document as unknown as Json;
}
