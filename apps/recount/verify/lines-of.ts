import { LineCutter } from '#rules/tally/pabulib/lines.js';
import { NotHeld } from './not-held.js';

/** As text in pieces, however characters fall between them. */
export async function* textOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/**
 * Lines without their ends.
 *
 * @throws NotHeld `zip.line_too_long`
 */
export async function* linesOf(text: AsyncIterable<string>, path: string): AsyncGenerator<string> {
  const ready: string[] = [];
  const cutter = new LineCutter({
    takeLine: (piece, from, until) => ready.push(piece.slice(from, until)),
    takeOverlong: () => {
      throw new NotHeld('zip.line_too_long', { path });
    },
  });
  for await (const piece of text) {
    cutter.feed(piece);
    yield* ready.splice(0);
  }
  cutter.finish();
  yield* ready;
}
