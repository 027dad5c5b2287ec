/** Fields of an agenda item that are written one by one; a speech is a field under an id of its own. */
export const ITEM_FIELDS = [
  'heard-kk',
  'heard-ru',
  'decision-kk',
  'decision-ru',
  'votes',
  'links',
  'recording-seconds',
] as const;

export type ItemField = (typeof ITEM_FIELDS)[number] | `speech:${string}`;

/** What stands in a field; version 0 where nothing was ever written. */
export interface StandingField {
  readonly version: number;
}

/** What a secretary wrote, starting from the version that was seen. */
export interface Writing {
  readonly base: number;
  /** Is the text the very one that stands already? */
  readonly same: boolean;
}

/** A writing is applied, or kept beside what stands until somebody settles both. */
export type WritingOutcome =
  | { readonly kind: 'applied'; readonly version: number }
  | { readonly kind: 'conflicting'; readonly version: number };

const SPEECH = /^speech:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `isItemField('votes') // → true` */
export function isItemField(text: string): text is ItemField {
  return (ITEM_FIELDS as readonly string[]).includes(text) || SPEECH.test(text);
}

/** `isSpeech('speech:0197…') // → true` */
export function isSpeech(field: ItemField): field is `speech:${string}` {
  return field.startsWith('speech:');
}

/**
 * What becomes of a writing when two write at once: it is applied where nobody wrote since it was
 * begun, or where both wrote the same; otherwise neither text is lost and both are shown.
 *
 * @example settleWriting({ version: 3 }, { base: 2, same: false }) // → { kind: 'conflicting', version: 3 }
 */
export function settleWriting({ version }: StandingField, { base, same }: Writing): WritingOutcome {
  if (same) return { kind: 'applied', version };
  if (base === version) return { kind: 'applied', version: version + 1 };
  return { kind: 'conflicting', version };
}
