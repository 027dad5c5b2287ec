import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

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
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keyOf(purpose), nonce).setAAD(Buffer.from(place));
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error where the text was changed, moved to another place, or sealed with another key */
  open(sealed: Buffer, purpose: string, place: string): string {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const tag = sealed.subarray(sealed.length - TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, this.keyOf(purpose), nonce);
    decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
    const body = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  }

  private keyOf(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, '', purpose, KEY_BYTES));
  }
}
