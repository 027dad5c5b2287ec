import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { makeKeyFile } from '../files/key-file.js';

const PRINT_DIGITS = 16;

/**
 * Turns an IIN into a resident's pseudonym: HMAC-SHA-256 with a key that lies outside the database
 * and its backups. A plain hash of an IIN is reversed in about 90 seconds (trust.md).
 */
export class Pseudonyms {
  private constructor(private readonly key: KeyObject) {}

  /** Reads the key; makes one where none is and `mayCreate` allows it (the embedded default). */
  static fromFile(path: string, mayCreate: boolean): Pseudonyms {
    if (!existsSync(path)) {
      if (!mayCreate) throw new Error(`QATYSU_PEPPER_FILE: ${path} does not exist`);
      makeKeyFile(path, () => randomBytes(32).toString('hex'));
    }
    const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
    if (secret.length < 32)
      throw new Error(`QATYSU_PEPPER_FILE: 64 hexadecimal digits are expected in ${path}`);
    return new Pseudonyms(createSecretKey(secret));
  }

  of(iin: string): Buffer {
    return createHmac('sha256', this.key).update(iin).digest();
  }

  /** A key for another purpose: from it nobody finds this one, and no pseudonym is made with it. */
  deriveKey(purpose: string): KeyObject {
    return createSecretKey(this.of(`key: ${purpose}`));
  }

  /** Recognises the key, and tells nothing of it: a backup says with it which key it needs. */
  get print(): string {
    return this.of('print of the key').toString('hex').slice(0, PRINT_DIGITS);
  }
}
