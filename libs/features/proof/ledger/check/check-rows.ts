import { leafText } from '#rules/ledger/leaf.js';
import { isLeafOf } from '../leaf-subject.js';
import type { LeafSource } from '../sources/leaf-source.js';
import type { LedgerFaults } from './ledger-fault.js';
import type { Snapshot } from './snapshot.js';

interface RowBesideLeaf {
  readonly content: string | null;
  readonly index: number | null;
  /** The row is younger than the last batch. */
  readonly waits: boolean;
  readonly copies: number;
}

/** Is every row of a table what its entry says, and has every entry its row? */
export async function checkRows(
  snapshot: Snapshot,
  source: LeafSource,
  faults: LedgerFaults,
): Promise<number> {
  let compared = 0;
  for await (const row of snapshot.rows<RowBesideLeaf>(rowsBesideLeaves(source))) {
    compared += 1;
    compare(row, source, faults);
  }
  for (const { index } of await snapshot.query<{ index: number }>(leavesWithoutRow(source)))
    faults.add(source.table, 'deleted', `the row of entry ${index}`);
  return compared;
}

function compare(row: RowBesideLeaf, source: LeafSource, faults: LedgerFaults): void {
  if (row.copies > 1)
    faults.add(source.table, 'duplicated', row.index === null ? 'a row' : entryOf(row));
  if (row.content === null) {
    if (!row.waits) faults.add(source.table, 'inserted', 'a row without an entry in the log');
  } else if (leafText(source.leafOf(row as never)) !== row.content)
    faults.add(source.table, 'changed', `the row of ${entryOf(row)}`);
}

function entryOf({ index }: RowBesideLeaf): string {
  return `entry ${index}`;
}

function rowsBesideLeaves(source: LeafSource): string {
  const waits = source.byTransaction
    ? `s.recorded_in >= h.reached`
    : `s.at > coalesce(h.sequenced_at, '-infinity')`;
  return `
    select s.*, l.content, l.index::float8 as index, ${waits} as waits,
           (count(*) over (partition by s.key${source.subject ? `, s.${source.subject}` : ''}))::integer as copies
    from (${source.rows}) s cross join ledger_horizon h
    left join ledger_leaves l on ${isLeafOf(source)}`;
}

function leavesWithoutRow(source: LeafSource): string {
  const { rows, kind, leaves } = source;
  return `
    select l.index::float8 as index from ledger_leaves l
    where l.kind = '${kind}' ${leaves ? `and ${leaves}` : ''}
      and not exists (select from (${rows}) s where ${isLeafOf(source)})
    order by l.index`;
}
