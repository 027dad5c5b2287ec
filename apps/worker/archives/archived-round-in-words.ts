import type { FileRow, ResultRow } from '#features/participation/results/result.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';

/** What is put into words for an archive. */
export interface ArchivedRoundInWords {
  readonly round: RoundRow;
  readonly result: ResultRow;
  readonly files: readonly FileRow[];
}
