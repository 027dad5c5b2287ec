/** Longest line that can be meant: a ballot for every project of the largest city is far below. */
export const LONGEST_LINE = 1_048_576;

/** Takes lines without their ends, as stretches of a longer text that need not be copied. */
export interface LineSink {
  takeLine(text: string, from: number, until: number): void;
  /** A line that was too long to keep. */
  takeOverlong(): void;
}

const CR = 13;

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
      if (this.rest === '' && !this.overlong) this.emit(piece, from, end);
      else this.emitRest(piece.slice(from, end));
      from = end + 1;
    }
    if (from < piece.length) this.keep(piece.slice(from));
  }

  finish(): void {
    if (this.rest !== '' || this.overlong) this.emitRest('');
  }

  private keep(part: string): void {
    this.overlong ||= this.rest.length + part.length > LONGEST_LINE;
    this.rest = this.overlong ? '' : this.rest + part;
  }

  private emitRest(part: string): void {
    this.keep(part);
    const { rest, overlong } = this;
    this.rest = '';
    this.overlong = false;
    if (overlong) this.sink.takeOverlong();
    else this.emit(rest, 0, rest.length);
  }

  private emit(text: string, from: number, end: number): void {
    if (end - from > LONGEST_LINE) this.sink.takeOverlong();
    else this.sink.takeLine(text, from, endsWithCr(text, from, end) ? end - 1 : end);
  }
}

function endsWithCr(text: string, from: number, end: number): boolean {
  return end > from && text.charCodeAt(end - 1) === CR;
}
