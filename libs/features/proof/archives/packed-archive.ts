import { createHash } from 'node:crypto';

/** Length of every part of a stored archive but the last. */
export const PIECE_BYTES = 1_048_576;

/** An archive ready to be stored. */
export interface PackedArchive {
  readonly pieces: readonly Buffer[];
  readonly bytes: number;
  /** SHA-256 of the whole. */
  readonly digest: Buffer;
}

/** Gathers what comes into parts of one length, with the digest of the whole. */
export async function gatherArchive(made: AsyncIterable<Uint8Array>): Promise<PackedArchive> {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let [rest, bytes] = [Buffer.alloc(0), 0];
  for await (const part of made) {
    hash.update(part);
    bytes += part.length;
    rest = Buffer.concat([rest, part]);
    for (; rest.length >= PIECE_BYTES; rest = rest.subarray(PIECE_BYTES))
      pieces.push(Buffer.from(rest.subarray(0, PIECE_BYTES)));
  }
  if (rest.length > 0) pieces.push(rest);
  return { pieces, bytes, digest: hash.digest() };
}
