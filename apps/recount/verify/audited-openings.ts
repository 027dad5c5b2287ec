import type { ArchivedResult } from '#rules/archive/archived-result.js';
import { parseOpeningLine, type ReadOpening } from '#rules/archive/opening-line.js';
import type { ReceiptState } from '#rules/archive/receipt-row.js';
import { isOpeningOf } from '#rules/ledger/opening.js';
import { hold } from './not-held.js';
import { type SealedFile, sealedLines } from './sealed-lines.js';

type Votes = Map<number, number>;

/**
 * The auditor's full check, side by side with the leaves: every ballot that stood at the close opens
 * the commitment of its entry, none that was replaced is opened, and those that count give the votes
 * of the result, those in quarantine its totals.
 */
export class AuditedOpenings {
  private readonly lines: AsyncGenerator<string>;
  private readonly path: string;
  private readonly votes: Readonly<Record<ReceiptState, Votes>> = {
    counted: new Map(),
    quarantined: new Map(),
    replaced: new Map(),
  };
  private next: ReadOpening | null = null;
  private line = 0;

  constructor(file: SealedFile) {
    this.lines = sealedLines(file);
    this.path = file.openings;
  }

  /** How many ballots were opened. */
  get opened(): number {
    return this.line - 1;
  }

  /** To be called with every ballot leaf of the round in their sequence. */
  async meet(leaf: number, commitment: string, state: ReceiptState): Promise<void> {
    if (this.line === 0) await this.advance();
    if (state === 'replaced') return;
    const { next, path, line } = this;
    const isThis = next?.leaf === leaf && next.salt !== null;
    hold(isThis, 'sealed.missing', { path, line, leaf });
    const { ballot, salt, choices } = next as ReadOpening & { readonly salt: string };
    const opens = isOpeningOf(commitment, { leaf, ballot, salt });
    hold(opens, 'opening.differs', { path, line, leaf });
    const votes = this.votes[state];
    for (const number of choices) votes.set(number, (votes.get(number) ?? 0) + 1);
    await this.advance();
  }

  /** When all leaves have come. */
  async finish({ pots, quarantined }: ArchivedResult): Promise<void> {
    if (this.line === 0) await this.advance();
    const { next, path, line } = this;
    hold(next === null, 'opening.without_leaf', { path, line });
    for (const { territory, projects } of pots)
      for (const { id, number, votes } of projects) {
        this.compare('counted', number, votes);
        const told = quarantined?.projects.find((one) => one.pot === territory && one.id === id);
        if (told) this.compare('quarantined', number, told.votes);
      }
  }

  private compare(state: ReceiptState, project: number, stated: number): void {
    const counted = this.votes[state].get(project) ?? 0;
    hold(stated === counted, 'opening.votes', { path: this.path, project, stated, counted });
  }

  private async advance(): Promise<void> {
    const read = await this.lines.next();
    this.line += 1;
    this.next = null;
    if (read.done === true) return;
    this.next = parseOpeningLine(read.value);
    hold(this.next !== null, 'opening.unreadable', { path: this.path, line: this.line });
  }
}
