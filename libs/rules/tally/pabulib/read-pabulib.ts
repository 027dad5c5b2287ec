import type { PabulibFile, ReadingOptions, UnreadableFile } from './pabulib-file.js';
import { PabulibReader } from './pabulib-reader.js';

/**
 * Reads a Pabulib election that arrives in pieces of text, in bounded memory.
 *
 * Lenient reading keeps what is meant and tells each oddity with its line; strict reading
 * takes each for a fault. Never throws on what a file holds.
 *
 * @example await readPabulib(createReadStream('x.pb', 'utf8'), { mode: 'lenient' })
 */
export async function readPabulib(
  pieces: AsyncIterable<string> | Iterable<string>,
  options: ReadingOptions,
): Promise<PabulibFile | UnreadableFile> {
  const reader = new PabulibReader(options);
  for await (const piece of pieces) reader.feed(piece);
  return reader.finish();
}

/** The same for a text that is at hand. */
export function readPabulibText(
  text: string,
  options: ReadingOptions,
): PabulibFile | UnreadableFile {
  const reader = new PabulibReader(options);
  reader.feed(text);
  return reader.finish();
}
