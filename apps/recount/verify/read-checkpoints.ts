import { readFileSync } from 'node:fs';
import { ARCHIVE_PATHS } from '#rules/archive/archive-paths.js';
import {
  type LedgerCheckpoint,
  noteDigest,
  openCheckpoint,
} from '#rules/ledger/ledger-checkpoint.js';
import { type NoteVerifier, parseVerifierKey } from '#rules/ledger/signed-note.js';
import type { ArchiveFile } from './archive-file.js';
import { hold } from './not-held.js';

const PATH = ARCHIVE_PATHS.checkpoints;

/** A checkpoint whose signature was checked, and where it stands. */
export interface SignedCheckpoint extends LedgerCheckpoint {
  /** `ledger/checkpoints.jsonl, 7`, or the path of a file of one's own. */
  readonly from: string;
}

/** The keys that may have signed the archive's checkpoints. */
export async function readKeys(archive: ArchiveFile): Promise<readonly NoteVerifier[]> {
  const keys: NoteVerifier[] = [];
  for await (const line of archive.lines(ARCHIVE_PATHS.keys)) {
    const key = parseVerifierKey(line);
    hold(key !== null, 'checkpoint.no_key', { line });
    keys.push(key);
  }
  return keys;
}

/** The archive's checkpoints in their sequence: signed, of one log that grew, each naming the one before. */
export async function* readCheckpoints(
  archive: ArchiveFile,
  keys: readonly NoteVerifier[],
): AsyncGenerator<SignedCheckpoint> {
  let before: { readonly opened: SignedCheckpoint; readonly digest: string } | null = null;
  let row = 0;
  for await (const line of archive.lines(PATH)) {
    row += 1;
    const from = `${PATH}, ${row}`;
    const note = noteIn(line);
    const opened = opening(note, keys, from);
    if (before) {
      hold(before.opened.origin === opened.origin, 'checkpoint.other_log', { from });
      hold(before.opened.size <= opened.size, 'checkpoint.sequence', { from });
      hold(before.digest === opened.previous, 'checkpoint.previous', { from });
    }
    before = { opened, digest: noteDigest(note) };
    yield opened;
  }
}

/** A checkpoint that somebody kept, to be held against the archive. */
export function readOwnCheckpoint(path: string, keys: readonly NoteVerifier[]): SignedCheckpoint {
  return opening(readFileSync(path, 'utf8'), keys, path);
}

function opening(note: string, keys: readonly NoteVerifier[], from: string): SignedCheckpoint {
  const checkpoint = openCheckpoint(note, keys);
  hold(checkpoint !== null, 'checkpoint.signature', { from });
  return { ...checkpoint, from };
}

function noteIn(line: string): string {
  try {
    const note: unknown = JSON.parse(line);
    return typeof note === 'string' ? note : '';
  } catch {
    return '';
  }
}
