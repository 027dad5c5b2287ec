import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { makeKeyFile } from '../files/key-file.js';
import { CIPHER_KEY_BYTES, decipher, encipher } from './authenticated-cipher.js';
import { PersonalKey, type PersonalText } from './personal-key.js';

/** A person's data key as the database keeps it: wrapped by a key of the installation. */
export interface WrappedKey {
  readonly id: string;
  readonly wrapped: Buffer;
  /** Print of the installation's key that wrapped it. */
  readonly wrappedBy: string;
}

const PRINT_DIGITS = 16;
const HEX_KEY = /^[0-9a-f]{64}$/i;

/**
 * Data keys of persons, one each, wrapped by a key that lies outside the database and its backups.
 * A row without its data key says nothing, so destroying a key of 32 bytes erases a person.
 * The file holds one key a line: the first wraps, those below still unwrap (a rotation under way).
 */
export class PersonalKeys {
  private readonly byPrint: ReadonlyMap<string, Buffer>;

  private constructor(secrets: readonly Buffer[]) {
    this.byPrint = new Map(secrets.map((secret) => [printOf(secret), secret]));
  }

  /** Reads the keys; makes one where none is and `mayCreate` allows it (the embedded default). */
  static fromFile(path: string, mayCreate: boolean): PersonalKeys {
    if (!existsSync(path)) {
      if (!mayCreate) throw new Error(`QATYSU_PERSON_KEY_FILE: ${path} does not exist`);
      makeKeyFile(path, () => `${randomBytes(CIPHER_KEY_BYTES).toString('hex')}\n`);
    }
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    if (lines.length === 0 || !lines.every((line) => HEX_KEY.test(line.trim())))
      throw new Error(`QATYSU_PERSON_KEY_FILE: 64 hexadecimal digits a line expected in ${path}`);
    return new PersonalKeys(lines.map((line) => Buffer.from(line.trim(), 'hex')));
  }

  /** Recognises the key that wraps, and tells nothing of it. */
  get print(): string {
    return this.byPrint.keys().next().value!;
  }

  /** A key for a new person. */
  make(): { readonly stored: WrappedKey; readonly key: PersonalKey } {
    const [id, secret] = [v7(), randomBytes(CIPHER_KEY_BYTES)];
    return { stored: this.wrap(id, secret), key: new PersonalKey(id, secret) };
  }

  /** @throws Error where the installation no longer has the key that wrapped it */
  unwrap(stored: WrappedKey): PersonalKey {
    return new PersonalKey(stored.id, this.secretOf(stored));
  }

  /** The same data key under the first key of the file. */
  rewrap(stored: WrappedKey): WrappedKey {
    return this.wrap(stored.id, this.secretOf(stored));
  }

  /**
   * Reads what the SQL of `openable` gave: the wrapped key and the sealed text in one; null, where
   * the key was destroyed or nothing was sealed, stays null.
   */
  read(openable: string | null, kind: PersonalText): string | null {
    if (openable === null) return null;
    const [id, wrappedBy, wrapped, sealed] = openable.split('.') as [
      string,
      string,
      string,
      string,
    ];
    const key = this.unwrap({ id, wrappedBy, wrapped: Buffer.from(wrapped, 'hex') });
    return key.open(Buffer.from(sealed, 'hex'), kind);
  }

  private wrap(id: string, secret: Buffer): WrappedKey {
    const wrappedBy = this.print;
    return { id, wrapped: encipher(secret, this.byPrint.get(wrappedBy)!, id), wrappedBy };
  }

  private secretOf({ id, wrapped, wrappedBy }: WrappedKey): Buffer {
    const installationKey = this.byPrint.get(wrappedBy);
    if (!installationKey)
      throw new Error(`QATYSU_PERSON_KEY_FILE: the key with the print ${wrappedBy} is missing`);
    return decipher(wrapped, installationKey, id);
  }
}

function printOf(secret: Buffer): string {
  return createHmac('sha256', secret).update('print').digest('hex').slice(0, PRINT_DIGITS);
}
