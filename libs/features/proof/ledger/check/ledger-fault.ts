/** Something that is not as it was signed. */
export interface LedgerFault {
  /** Table, or the file of checkpoints. */
  readonly where: string;
  readonly what: 'changed' | 'deleted' | 'inserted' | 'moved' | 'duplicated';
  /** Which row, in words for the operator's log; never a person. */
  readonly which: string;
}

/** More than this says nothing new. */
const MOST = 100;

/** Gathers what is wrong. */
export class LedgerFaults {
  private readonly found: LedgerFault[] = [];
  private left = 0;

  add(where: string, what: LedgerFault['what'], which: string): void {
    if (this.found.length < MOST) this.found.push({ where, what, which });
    else this.left += 1;
  }

  get list(): readonly LedgerFault[] {
    return this.found;
  }

  /** Found beyond those in the list. */
  get more(): number {
    return this.left;
  }
}
