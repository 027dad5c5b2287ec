import { Zip, ZipDeflate } from 'fflate';

/** A file of a ZIP, its bytes or its text in pieces. */
export interface ZipPart {
  readonly path: string;
  readonly pieces: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;
}

/** What is packed at once: packing gives other bytes when it is fed otherwise. */
const BLOCK_BYTES = 65_536;
const LEVEL = 6;

/**
 * The oldest moment that a ZIP can name, by the local clock, which the packing library reads: the same
 * bytes in every time zone.
 */
const NO_MOMENT = new Date(1980, 0, 1);

/**
 * A ZIP in pieces, the same to the byte for the same parts in the same sequence, on every machine: no
 * moment, no owner, and packed by a library of our own version, not by the one that Node was built
 * with. Parts are taken one after another as the reader wants more.
 *
 * Up to 4 GB in all: the older form, which every program reads.
 */
export async function* steadyZip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    made.push(piece);
  });
  for await (const { path, pieces } of parts) {
    const file = new ZipDeflate(path, { level: LEVEL });
    file.mtime = NO_MOMENT;
    zip.add(file);
    for await (const block of inBlocks(pieces)) {
      file.push(block);
      yield* made.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* made.splice(0);
  }
  zip.end();
  yield* made;
}

/** The same bytes in blocks of one size, the last one shorter. */
async function* inBlocks(pieces: ZipPart['pieces']): AsyncGenerator<Uint8Array> {
  let block = Buffer.alloc(BLOCK_BYTES);
  let filled = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    for (let from = 0; from < bytes.length;) {
      const taken = bytes.subarray(from, from + BLOCK_BYTES - filled);
      block.set(taken, filled);
      filled += taken.length;
      from += taken.length;
      if (filled < BLOCK_BYTES) continue;
      yield block;
      block = Buffer.alloc(BLOCK_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}
