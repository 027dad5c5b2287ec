import type { OfficialText } from '#rules/kernel/official-text.js';
import type { ItemField } from '#rules/assemblies/item-writing.js';
import type { AgendaLink } from '../meetings/meeting-row.js';
import type { StoredSpeech, StoredVotes, WritingValue } from './writing-value.js';

/** What is written to one agenda item so far. */
export interface ItemWritingRow {
  readonly number: number;
  readonly itemId: string;
  /** Changes with every writing. */
  readonly version: number;
  readonly heard: OfficialText;
  readonly decision: OfficialText;
  readonly speeches: readonly (StoredSpeech & { readonly id: string })[];
  readonly votes: StoredVotes | null;
  readonly links: readonly AgendaLink[];
  readonly recordingSeconds: number | null;
  /** From which version a further writing starts, by field; 0 where nothing was written. */
  readonly versions: Readonly<Partial<Record<ItemField, number>>>;
  /** Texts that another one stands in the place of; both are to be settled. */
  readonly conflicts: readonly ConflictingWritingRow[];
}

export interface ConflictingWritingRow {
  readonly op: string;
  readonly field: ItemField;
  readonly value: WritingValue;
  /** First name and initial. */
  readonly writer: string;
  readonly writtenAt: string;
}
