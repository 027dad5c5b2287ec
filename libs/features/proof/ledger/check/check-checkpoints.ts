import { noteDigest, openCheckpoint } from '#rules/ledger/ledger-checkpoint.js';
import type { Hash } from '#rules/ledger/merkle-hash.js';
import type { NoteVerifier } from '#rules/ledger/signed-note.js';
import type { LedgerFaults } from './ledger-fault.js';

export interface StoredNote {
  readonly number: string;
  readonly size: number;
  readonly root: Hash;
  readonly note: string;
}

export interface CheckpointMatter {
  readonly stored: readonly StoredNote[];
  /** Notes in the file outside the database. */
  readonly outside: readonly string[];
  readonly verifiers: readonly NoteVerifier[];
}

/** Is each checkpoint signed, does it name the one before, is none missing that the file has? */
export function checkCheckpoints(matter: CheckpointMatter, faults: LedgerFaults): void {
  for (const row of matter.stored) checkNote(row, matter.verifiers, faults);
  checkChain(matter, faults);
  const held = new Set(matter.stored.map(({ note }) => note));
  for (const note of matter.outside)
    if (!held.has(note))
      faults.add('ledger_checkpoints', 'deleted', `the one over ${sizeIn(note)} entries`);
}

function checkNote(row: StoredNote, known: readonly NoteVerifier[], faults: LedgerFaults): void {
  const signed = openCheckpoint(row.note, known);
  if (signed?.size === row.size && signed.root.equals(row.root)) return;
  faults.add('ledger_checkpoints', 'changed', nameOf(row));
}

function checkChain({ stored, verifiers }: CheckpointMatter, faults: LedgerFaults): void {
  const seen = new Set<string>();
  let before: string | null = null;
  for (const row of stored) {
    const digest = noteDigest(row.note);
    const signed = openCheckpoint(row.note, verifiers);
    if (seen.has(digest)) faults.add('ledger_checkpoints', 'duplicated', nameOf(row));
    else if (signed && signed.previous !== before)
      faults.add('ledger_checkpoints', kindOfBreak(signed.previous, seen), breakBefore(row));
    seen.add(digest);
    before = digest;
  }
}

/** It names one that stands further before or nowhere before it. */
function kindOfBreak(previous: string | null, seen: ReadonlySet<string>): 'moved' | 'deleted' {
  return previous !== null && !seen.has(previous) ? 'deleted' : 'moved';
}

function breakBefore(row: StoredNote): string {
  return `${nameOf(row)} does not name the one before it`;
}

function nameOf({ number, size }: StoredNote): string {
  return `checkpoint ${number} over ${size} entries`;
}

function sizeIn(note: string): string {
  return note.split('\n')[1] ?? '?';
}
