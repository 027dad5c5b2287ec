import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CIPHER_KEY_BYTES, decipher, encipher } from './authenticated-cipher.js';

/**
 * Seals texts that a copy of the database must not give away: AES-256-GCM, each purpose with a key of
 * its own from the key file that lies outside the database and its backups. A sealed text opens only in
 * the place that it was sealed for.
 */
export class Sealing {
  private constructor(private readonly secret: Buffer) {}

  /** @param path the key of pseudonyms, which is there already */
  static fromFile(path: string): Sealing {
    return new Sealing(Buffer.from(readFileSync(path, 'utf8').trim(), 'hex'));
  }

  /** @param place what the text belongs to, as the id of its row */
  seal(text: string, purpose: string, place: string): Buffer {
    return encipher(Buffer.from(text), this.keyOf(purpose), place);
  }

  /** @throws Error where the text was changed, moved to another place, or sealed with another key */
  open(sealed: Buffer, purpose: string, place: string): string {
    return decipher(sealed, this.keyOf(purpose), place).toString('utf8');
  }

  private keyOf(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, '', purpose, CIPHER_KEY_BYTES));
  }
}
