import { type Checkpoint, checkpointText, parseCheckpoint } from './checkpoint.js';
import { type Digest, sha256 } from './leaf-digests.js';
import { type NoteSigner, type NoteVerifier, openNote, signNote } from './signed-note.js';

/** A checkpoint of the ledger: it names its moment and the checkpoint before it. */
export interface LedgerCheckpoint extends Omit<Checkpoint, 'extensions'> {
  /** RFC 3339. */
  readonly time: string;
  /** {@link noteDigest} of the checkpoint before; null for the first one. */
  readonly previous: Digest | null;
}

const TIME = 'time ';
const PREVIOUS = 'previous ';
const NOTE_END = /(?<=^— [^\n]*\n)\n/m;

/**
 * A checkpoint, signed. Each one names the one before, so that none can be taken out of the middle.
 *
 * @example signCheckpoint({ origin: 'example.kz/ledger', size: 0, root, time, previous: null }, signer)
 */
export function signCheckpoint(checkpoint: LedgerCheckpoint, signer: NoteSigner): string {
  const { time, previous, ...tree } = checkpoint;
  const extensions = [TIME + time, ...(previous === null ? [] : [PREVIOUS + previous])];
  return signNote(checkpointText({ ...tree, extensions }), signer);
}

/** Reads a note that one of these keys has signed; null for anything else. */
export function openCheckpoint(
  note: string,
  known: readonly NoteVerifier[],
): LedgerCheckpoint | null {
  const text = openNote(note, known);
  const checkpoint = text === null ? null : parseCheckpoint(text);
  if (!checkpoint) return null;
  const { extensions, ...tree } = checkpoint;
  const time = valueOf(extensions, TIME);
  return time === null ? null : { ...tree, time, previous: valueOf(extensions, PREVIOUS) };
}

/** What the next checkpoint names this one by. */
export function noteDigest(note: string): Digest {
  return sha256(note);
}

/** Notes one after another, as they are kept in a file: an empty line between them. */
export function splitNotes(text: string): readonly string[] {
  return text.split(NOTE_END).filter((note) => note !== '');
}

function valueOf(extensions: readonly string[], word: string): string | null {
  const line = extensions.find((extension) => extension.startsWith(word));
  return line === undefined ? null : line.slice(word.length);
}
