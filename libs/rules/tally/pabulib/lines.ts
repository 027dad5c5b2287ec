/** Longest line that can be meant: a ballot for every project of the largest city is far below. */
export const LONGEST_LINE = 1_048_576;

/** Takes a line without its end; `text` is null when the line was too long to keep. */
export type LineSink = (text: string | null) => void;

/**
 * Cuts text that arrives in pieces into lines (LF or CRLF), holding no more than one line.
 *
 * @example const cutter = new LineCutter(sink); cutter.feed('META\r\nke'); cutter.feed('y;value');
 *   cutter.finish() // sink got 'META', 'key;value'
 */
export class LineCutter {
  private rest = '';
  private overlong = false;

  constructor(private readonly sink: LineSink) {}

  feed(piece: string): void {
    let from = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
      this.keep(piece.slice(from, end));
      this.emit();
      from = end + 1;
    }
    this.keep(piece.slice(from));
  }

  finish(): void {
    if (this.rest !== '' || this.overlong) this.emit();
  }

  private keep(part: string): void {
    if (this.overlong) return;
    this.overlong = this.rest.length + part.length > LONGEST_LINE;
    this.rest = this.overlong ? '' : this.rest + part;
  }

  private emit(): void {
    const text = this.rest.endsWith('\r') ? this.rest.slice(0, -1) : this.rest;
    this.sink(this.overlong ? null : text);
    this.rest = '';
    this.overlong = false;
  }
}
