import type { ElectionFile } from './election-file.js';
import type { StoredCount } from './stored-count.js';

/** A count that waits to be stored. */
export interface PreparedTally {
  readonly count: StoredCount;
  readonly ballots: number;
  readonly files: readonly ElectionFile[];
}
