import type { ArchivedResult } from '#rules/archive/archived-result.js';
import type { ArchivedRound } from '#rules/archive/archived-round.js';
import type { LogStart } from '#rules/archive/log-start.js';
import type { ReceiptState } from '#rules/archive/receipt-row.js';
import type { Opening } from '#rules/ledger/opening.js';
import type { RollRow } from '#rules/archive/roll-table.js';

/** An election file in pieces of text, to be read as often as needed. */
export interface ArchivedElection {
  readonly territory: string;
  readonly text: () => AsyncIterable<string>;
}

/** A leaf of the log as it goes into an archive. */
export interface ArchivedLeaf {
  readonly index: number;
  readonly hash: Buffer;
  /** Canonical JSON of a leaf of the round; null for those of others. */
  readonly content: string | null;
}

/** What people read: a file of its own in each language. */
export interface ArchivedText {
  readonly path: string;
  readonly text: string;
}

/** Everything that an archive is made of; long parts come piece by piece. */
export interface ArchiveMatter {
  readonly round: ArchivedRound;
  readonly result: ArchivedResult;
  /** The record of the count in canonical form: the ledger holds its digest. */
  readonly count: string;
  /** The record of its publication, likewise. */
  readonly publication: string;
  /** Records of what was set aside and brought back, canonical, the first one first. */
  readonly quarantines: readonly string[];
  readonly roll: readonly RollRow[];
  readonly elections: readonly ArchivedElection[];
  readonly texts: readonly ArchivedText[];
  readonly start: LogStart;
  /** From the start to the last checkpoint; may be asked for more than once. */
  readonly leaves: () => AsyncIterable<ArchivedLeaf>;
  /** Digests of receipts whose ballots do not count, and why; all others do. */
  readonly uncounted: ReadonlyMap<string, Exclude<ReceiptState, 'counted'>>;
  /** Null where the round promised that nothing is opened. */
  readonly openings: readonly Opening[] | null;
  /** Signed notes, the oldest first. */
  readonly checkpoints: AsyncIterable<string> | Iterable<string>;
  /** Lines of the keys that signed them. */
  readonly keys: readonly string[];
}
