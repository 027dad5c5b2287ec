import { createHash } from 'node:crypto';
import { ARCHIVE_PATHS } from '#rules/archive/archive-paths.js';
import type { ArchivedResult } from '#rules/archive/archived-result.js';
import {
  parseQuarantineRecord,
  quarantinedReceipts,
  type QuarantineRecord,
} from '#rules/archive/quarantine-record.js';
import type { ReceiptState } from '#rules/archive/receipt-row.js';
import type { DecisionLeaf } from '#rules/ledger/leaf.js';
import type { ArchiveFile } from './archive-file.js';
import { hold } from './not-held.js';

const PATH = ARCHIVE_PATHS.quarantines;

type Digested = QuarantineRecord & { readonly digest: string };

/**
 * Ballots that two people set aside, as the archive tells them: each decision must stand in the
 * ledger, every decision of the ledger in the archive, and exactly its receipts must be marked.
 */
export class RoundQuarantines {
  private constructor(
    private readonly records: readonly Digested[],
    private readonly marked: ReadonlySet<string>,
  ) {}

  static async read(archive: ArchiveFile): Promise<RoundQuarantines> {
    const records: Digested[] = [];
    if (archive.paths.includes(PATH))
      for await (const line of archive.lines(PATH)) {
        const record = parseQuarantineRecord(line);
        const at = { path: PATH, line: records.length + 1 };
        hold(record !== null, 'quarantine.unreadable', at);
        records.push({ ...record, digest: createHash('sha256').update(line).digest('hex') });
      }
    return new RoundQuarantines(records, quarantinedReceipts(records));
  }

  /** To be called with every receipt of the round: is it marked exactly where it was set aside? */
  meet(receipt: string, state: ReceiptState, row: number): void {
    const isMarked = state === 'quarantined';
    hold(isMarked === this.marked.has(receipt), 'quarantine.mark', {
      path: ARCHIVE_PATHS.receipts,
      row,
    });
  }

  /** When all leaves have come. */
  finish(decisions: readonly DecisionLeaf[], found: number, result: ArchivedResult): void {
    const kept = decisions.filter(({ what }) => what === 'quarantine');
    for (const [place, { id, digest }] of this.records.entries()) {
      const isKept = kept.some((leaf) => leaf.id === id && leaf.digest === digest);
      hold(isKept, 'quarantine.record', { path: PATH, line: place + 1 });
    }
    const told = new Set(this.records.map(({ id }) => id));
    for (const { id } of kept) hold(told.has(id), 'quarantine.untold', { path: PATH, id });
    const receipts = this.marked.size;
    hold(receipts === found, 'quarantine.receipts', { path: PATH, receipts, found });
    const stated = result.quarantined?.ballots ?? 0;
    hold(stated === found, 'quarantine.ballots', { stated, counted: found });
  }
}
