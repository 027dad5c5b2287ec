import { ARCHIVE_PATHS } from '#rules/archive/archive-paths.js';
import { parseRollRow, ROLL_COLUMNS } from '#rules/archive/roll-table.js';
import type { ArchiveFile } from './archive-file.js';
import { hold } from './not-held.js';

const PATH = ARCHIVE_PATHS.roll;

/** What the places of the roll must add up to. */
export interface RollTotals {
  readonly people: number;
  readonly ballots: number;
}

/** Does every place stand once, by its code, and do they add up to the people and the ballots? */
export async function checkRoll(archive: ArchiveFile, totals: RollTotals): Promise<void> {
  const lines = archive.lines(PATH);
  const head = await lines.next();
  hold(head.value === ROLL_COLUMNS.join(','), 'roll.unreadable', { path: PATH, line: 1 });
  let [people, ballots, line, last] = [0, 0, 1, ''];
  for await (const text of lines) {
    line += 1;
    const row = parseRollRow(text);
    hold(row !== null, 'roll.unreadable', { path: PATH, line });
    // The places that are shown together stand last, without a code.
    hold(row.territory === '' || row.territory > last, 'roll.sequence', { path: PATH, line });
    hold(last !== LAST, 'roll.sequence', { path: PATH, line });
    last = row.territory || LAST;
    people += row.people;
    ballots += row.ballots;
  }
  hold(people === totals.people, 'roll.people', { stated: totals.people, counted: people });
  hold(ballots === totals.ballots, 'roll.ballots', { stated: totals.ballots, counted: ballots });
}

/** Stands for the row that nothing may follow. */
const LAST = '~';
