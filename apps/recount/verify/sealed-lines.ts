import { createReadStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { Decrypter } from 'age-encryption';
import { linesOf, textOf } from './lines-of.js';
import { NotHeld } from './not-held.js';

/** A file of openings sealed for an auditor, and the file with the key that opens it. */
export interface SealedFile {
  readonly openings: string;
  /** As `age-keygen` writes it. */
  readonly identity: string;
}

/**
 * The lines of a sealed file, opened piece by piece.
 *
 * @throws NotHeld `sealed.no_key`, `sealed.unreadable`
 */
export async function* sealedLines({ openings, identity }: SealedFile): AsyncGenerator<string> {
  const decrypter = decrypterOf(identity);
  const sealed = Readable.toWeb(createReadStream(openings)) as ReadableStream<Uint8Array>;
  try {
    const opened = await decrypter.decrypt(sealed);
    yield* linesOf(textOf(opened), openings);
  } catch (error) {
    if (error instanceof NotHeld) throw error;
    const message = error instanceof Error ? error.message : '';
    throw new NotHeld('sealed.unreadable', { path: openings, message });
  }
}

function decrypterOf(path: string): Decrypter {
  const keys = readFileSync(path, 'utf8').match(/^AGE-SECRET-KEY-\S+/gm) ?? [];
  const decrypter = new Decrypter();
  try {
    for (const key of keys) decrypter.addIdentity(key);
  } catch {
    throw new NotHeld('sealed.no_key', { path });
  }
  if (keys.length === 0) throw new NotHeld('sealed.no_key', { path });
  return decrypter;
}
