import { splitRow, type Row } from './row.js';

export interface JoinedRow extends Row {
  readonly line: number;
}

const MOST_LINES = 50;

/** Joins lines into rows: a quoted field may run over several lines. */
export class RowJoiner {
  private held: { readonly text: string; readonly line: number }[] = [];

  constructor(private readonly sink: (row: JoinedRow) => void) {}

  feed(text: string, line: number): void {
    if (this.held.length === 0 && !text.includes('"')) {
      this.sink({ fields: text.split(';'), flaw: null, line });
      return;
    }
    this.held.push({ text, line });
    const row = splitRow(this.held.map((part) => part.text).join('\n'));
    if (row.flaw !== 'open') this.release(row);
    else if (this.held.length >= MOST_LINES) this.finish();
  }

  /** A quote that never closes ends with its own line; the lines after it stand for themselves. */
  finish(): void {
    const [first, ...rest] = this.held;
    if (!first) return;
    this.held = [];
    this.sink({ ...splitRow(first.text), line: first.line });
    for (const part of rest) this.feed(part.text, part.line);
    this.finish();
  }

  private release(row: Row): void {
    const line = this.held[0]!.line;
    this.held = [];
    this.sink({ ...row, line });
  }
}
