import { posix } from 'node:path';
import type { ZipPart } from '#platform/files/steady-zip.js';
import { tableMetadataPath } from '#rules/archive/archive-paths.js';
import { BallotTable } from '#rules/archive/ballot-table.js';
import { tableMetadata } from '#rules/archive/table-metadata.js';
import { LineCutter } from '#rules/tally/pabulib/lines.js';

/**
 * An election file's ballots as rows of a table.
 *
 * @param columns is filled with their names once the head has been read
 */
export async function* ballotRows(
  election: AsyncIterable<string>,
  columns: string[],
): AsyncGenerator<string> {
  const table = new BallotTable();
  let rows = '';
  const cutter = new LineCutter({
    takeLine: (text, from, until) => {
      rows += table.rowOf(text.slice(from, until)) ?? '';
    },
    takeOverlong: () => {
      throw new RangeError('An election file of ours has no such long line');
    },
  });
  for await (const piece of election) {
    cutter.feed(piece);
    yield rows;
    rows = '';
  }
  cutter.finish();
  yield rows;
  columns.push(...table.columns);
}

/** A table's description; made when it is taken, for only then its columns are known. */
export function metadataPart(
  table: string,
  columns: readonly string[],
  primaryKey: string,
): ZipPart {
  function* text(): Generator<string> {
    yield tableMetadata({ name: posix.basename(table), columns, primaryKey });
  }
  return { path: tableMetadataPath(table), pieces: text() };
}
