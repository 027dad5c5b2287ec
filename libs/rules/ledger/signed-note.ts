import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Whose signature under a text is known: a name and an Ed25519 public key. */
export interface NoteVerifier {
  /** Without blanks and plus signs. */
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

/** Who signs. */
export interface NoteSigner extends NoteVerifier {
  readonly privateKey: KeyObject;
}

const ED25519 = Buffer.of(1);
const KEY_ID_BYTES = 4;
const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_LINE = /^— ([^ +]+) ([A-Za-z0-9+/]+={0,2})$/;
/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const DER_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * A text with a signature under it, which people can read and programs check.
 *
 * C2SP signed-note.
 *
 * @param text ends with a line break and has no empty line that another text could follow
 * @throws RangeError for a text without a line break at its end
 * @example signNote('qatysu.example/log\n0\n…\n', signer) // → 'qatysu.example/log\n…\n\n— name x08g…\n'
 */
export function signNote(text: string, signer: NoteSigner): string {
  if (!text.endsWith('\n')) throw new RangeError('A note ends with a line break');
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const signed = Buffer.concat([keyIdOf(signer), signature]).toString('base64');
  return `${text}\n— ${signer.name} ${signed}\n`;
}

/**
 * The text of a note, if one of the known keys has signed it; null otherwise. Signatures of keys that
 * are not known say nothing; a wrong one of a known key spoils the note.
 */
export function openNote(note: string, known: readonly NoteVerifier[]): string | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  const checks = note
    .slice(end + 2, -1)
    .split('\n')
    .map((line) => checkLine(line, text, known));
  return checks.includes('good') && !checks.includes('bad') ? text : null;
}

/**
 * The key as verifiers are given it: name, key id and key in one line.
 *
 * @example verifierKey({ name: 'PeterNeumann', publicKey }) // → 'PeterNeumann+c74f20a3+ARpc2Q…'
 */
export function verifierKey(verifier: NoteVerifier): string {
  const key = Buffer.concat([ED25519, verifier.publicKey]).toString('base64');
  return `${verifier.name}+${keyIdOf(verifier).toString('hex')}+${key}`;
}

/** Reads such a line; null for anything else, a key id that does not fit among it. */
export function parseVerifierKey(line: string): NoteVerifier | null {
  const [name, id, encoded] = splitKey(line);
  const key = Buffer.from(encoded, 'base64');
  if (name === '' || key.length !== PUBLIC_KEY_BYTES + 1 || key[0] !== ED25519[0]) return null;
  const verifier = { name, publicKey: key.subarray(1) };
  return keyIdOf(verifier).toString('hex') === id ? verifier : null;
}

type LineCheck = 'good' | 'bad' | 'unknown';

function checkLine(line: string, text: string, known: readonly NoteVerifier[]): LineCheck {
  const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || encoded === undefined) return 'bad';
  const signed = Buffer.from(encoded, 'base64');
  const id = signed.subarray(0, KEY_ID_BYTES);
  const verifier = known.find((one) => one.name === name && keyIdOf(one).equals(id));
  if (!verifier) return 'unknown';
  const key = publicKeyObject(verifier);
  return verify(null, Buffer.from(text), key, signed.subarray(KEY_ID_BYTES)) ? 'good' : 'bad';
}

function keyIdOf({ name, publicKey }: NoteVerifier): Buffer {
  const hash = createHash('sha256').update(`${name}\n`).update(ED25519).update(publicKey);
  return hash.digest().subarray(0, KEY_ID_BYTES);
}

function publicKeyObject({ publicKey }: NoteVerifier): KeyObject {
  const key = Buffer.concat([DER_PREFIX, publicKey]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

/** The encoded key may hold plus signs itself. */
function splitKey(line: string): [string, string, string] {
  const [name = '', id = '', ...rest] = line.split('+');
  return [name, id, rest.join('+')];
}
