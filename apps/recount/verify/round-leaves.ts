import { ARCHIVE_PATHS } from '#rules/archive/archive-paths.js';
import { parseReceiptRow, RECEIPT_COLUMNS, type ReceiptState } from '#rules/archive/receipt-row.js';
import type { BallotLeaf, DecisionLeaf, Leaf } from '#rules/ledger/leaf.js';
import type { ArchiveFile } from './archive-file.js';
import { Fingerprints } from './fingerprints.js';
import { hold } from './not-held.js';
import type { AuditedOpenings } from './audited-openings.js';
import type { RoundOpenings } from './round-openings.js';
import type { RoundQuarantines } from './round-quarantines.js';

const PATH = ARCHIVE_PATHS.receipts;

/** What became of a receipt that was asked for. */
export interface FoundReceipt {
  readonly leaf: number;
  readonly state: ReceiptState;
}

/** What is read side by side with the leaves. */
export interface BesideLeaves {
  readonly round: string;
  /** Digests of the receipts that are looked for. */
  readonly wanted: ReadonlySet<string>;
  readonly openings: RoundOpenings | null;
  readonly quarantines: RoundQuarantines;
  /** Null where no auditor opens the sealed file. */
  readonly audited: AuditedOpenings | null;
}

/**
 * The round's own leaves as they come, side by side with the table of receipts: every ballot leaf has
 * its row, every row its leaf, no receipt comes twice, and the closure tells as many as there are.
 */
export class RoundLeaves {
  readonly states: Record<ReceiptState, number> = {
    counted: 0,
    replaced: 0,
    quarantined: 0,
  };
  readonly found = new Map<string, FoundReceipt>();
  readonly decisions: DecisionLeaf[] = [];
  private readonly rows: AsyncGenerator<string>;
  private readonly fingerprints = new Fingerprints();
  private closure: { readonly standing: number; readonly replaced: number } | null = null;
  private row = 0;

  constructor(
    archive: ArchiveFile,
    private readonly beside: BesideLeaves,
  ) {
    this.rows = archive.lines(PATH);
  }

  async take(index: number, leaf: Leaf): Promise<void> {
    hold('round' in leaf && leaf.round === this.beside.round, 'leaf.other_round', { leaf: index });
    if (leaf.kind === 'ballot') await this.takeBallot(index, leaf);
    if (leaf.kind === 'decision') this.decisions.push(leaf);
    if (leaf.kind !== 'closure') return;
    hold(this.closure === null, 'leaf.second_closure', { leaf: index });
    this.closure = leaf;
  }

  /** To be called when all leaves have come. */
  async finish(): Promise<void> {
    await this.passHead();
    const left = await this.rows.next();
    hold(left.done === true, 'receipt.without_leaf', { path: PATH, row: this.row + 1 });
    const repeated = this.fingerprints.findRepeated();
    hold(repeated === null, 'receipt.repeated', { receipt: repeated ?? '' });
    const { closure, states } = this;
    hold(closure !== null, 'leaf.no_closure');
    for (const [stated, counted] of [
      [closure.standing, states.counted + states.quarantined],
      [closure.replaced, states.replaced],
    ] as const)
      hold(stated === counted, 'receipt.closure_differs', { stated, counted });
  }

  private async takeBallot(index: number, { receipt, commitment }: BallotLeaf): Promise<void> {
    await this.passHead();
    const row = parseReceiptRow(await this.nextRow());
    const details = { path: PATH, row: this.row, leaf: index };
    hold(row !== null && row.leaf === index && row.receipt === receipt, 'receipt.differs', details);
    this.states[row.state] += 1;
    this.beside.quarantines.meet(receipt, row.state, this.row);
    await this.beside.audited?.meet(index, commitment, row.state);
    if (row.state === 'counted') await this.beside.openings?.meet(index, commitment);
    this.fingerprints.add(receipt);
    if (this.beside.wanted.has(receipt)) this.found.set(receipt, { leaf: index, state: row.state });
  }

  private async passHead(): Promise<void> {
    if (this.row > 0) return;
    const head = await this.nextRow();
    hold(head === RECEIPT_COLUMNS.join(','), 'receipt.head', { path: PATH });
  }

  private async nextRow(): Promise<string> {
    const next = await this.rows.next();
    this.row += 1;
    return next.done === true ? '' : next.value;
  }
}
