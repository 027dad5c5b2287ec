import { ballotsPath, electionPath } from '#rules/archive/archive-paths.js';
import { BallotTable } from '#rules/archive/ballot-table.js';
import type { ArchiveFile } from './archive-file.js';
import { hold } from './not-held.js';

/**
 * Do the table and the election file of a pot tell the same ballots, each voter's id once? The ids
 * stand in ascending sequence, so one look at the last one is enough.
 *
 * @returns how many ballots
 */
export async function checkBallots(archive: ArchiveFile, territory: string): Promise<number> {
  const [path, table] = [electionPath(territory), ballotsPath(territory)];
  const rows = archive.lines(table);
  const ballots = new BallotTable();
  let [line, row, last] = [0, 0, ''];
  for await (const text of archive.lines(path)) {
    line += 1;
    const expected = ballots.rowOf(text);
    if (expected === null) continue;
    const next = await rows.next();
    row += 1;
    const same = next.done !== true && `${next.value}\r\n` === expected;
    hold(same, 'ballots.table_differs', { path, line, table, row });
    hold(row === 1 || ballots.lastVoter > last, 'ballots.sequence', { path, line });
    last = ballots.lastVoter;
  }
  const left = await rows.next();
  hold(left.done === true, 'ballots.table_longer', { table, row: row + 1 });
  return Math.max(0, row - 1);
}
