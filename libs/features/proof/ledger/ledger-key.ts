import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  type NoteSigner,
  type NoteVerifier,
  parseVerifierKey,
  verifierKey,
} from '#rules/ledger/signed-note.js';
import { makeKeyFile } from '#platform/files/key-file.js';

const PUBLIC_KEY_BYTES = 32;

export interface LedgerKeyPlan {
  readonly file: string;
  /** Name of the log and of its key. */
  readonly origin: string;
}

/** The Ed25519 key that signs checkpoints, and the public keys of those that signed before it. */
export class LedgerKey {
  private constructor(
    readonly signer: NoteSigner,
    private readonly former: readonly NoteVerifier[],
  ) {}

  /**
   * Reads the key, or makes one where none is: a log whose checkpoints another key has signed then
   * refuses to go on. Beside it, in `….former`, may stand one verifier line a key that was retired.
   *
   * @throws Error where the file holds no Ed25519 key
   */
  static fromFile({ file, origin }: LedgerKeyPlan): LedgerKey {
    makeKeyFile(file, freshKey);
    const privateKey = readKey(file);
    const signer = { name: origin, publicKey: publicBytesOf(privateKey), privateKey };
    return new LedgerKey(signer, readFormer(`${file}.former`));
  }

  /** Every key that a checkpoint of this log may be signed with. */
  get verifiers(): readonly NoteVerifier[] {
    return [this.signer, ...this.former];
  }

  /** The same as lines to hand out, the present key first. */
  get lines(): readonly string[] {
    return this.verifiers.map(verifierKey);
  }
}

function freshKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

function readKey(file: string): KeyObject {
  const key = createPrivateKey(readFileSync(file, 'utf8'));
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new Error(`QATYSU_LEDGER_KEY_FILE: an Ed25519 key is expected in ${file}`);
}

/** A DER key ends with the 32 bytes themselves. */
function publicBytesOf(privateKey: KeyObject): Buffer {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return der.subarray(der.length - PUBLIC_KEY_BYTES);
}

function readFormer(file: string): readonly NoteVerifier[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const verifier = parseVerifierKey(line.trim());
    if (!verifier) throw new Error(`${file}: not the line of a public key: ${line}`);
    return verifier;
  });
}
