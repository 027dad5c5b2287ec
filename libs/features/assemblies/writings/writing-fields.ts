import type { ItemField } from '#rules/assemblies/item-writing.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { StoredOutcome } from './writing.repository.js';
import type { WritingValue } from './writing-value.js';

/** One writing as it is sent: at once, or after the network came back. */
export interface WritingFields {
  /** Made by the sender, so that what is sent twice is applied once. */
  readonly op: string;
  /** Number of the agenda item. */
  readonly item: number;
  readonly field: ItemField;
  /** Version of the field that the writer saw; null: whichever there is. */
  readonly base: number | null;
  readonly value: WritingValue;
  readonly writtenAt: Date;
  /** Conflicting writings that this one settles. */
  readonly settles: readonly string[];
}

/** What became of a writing; `version` is that of what stands now. */
export interface WritingResult {
  readonly op: string;
  readonly item: number;
  readonly field: ItemField;
  readonly outcome: StoredOutcome;
  readonly version: number;
  readonly faults: readonly Fault[];
}
