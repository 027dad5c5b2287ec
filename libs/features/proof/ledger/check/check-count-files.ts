import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { LedgerFaults } from './ledger-fault.js';
import type { Snapshot } from './snapshot.js';

interface StoredFile {
  readonly tally: string;
  readonly territory: string;
  readonly digest: Buffer;
  readonly gzipped: Buffer;
}

/** Is every election file the one that its count was made of? */
export async function checkCountFiles(snapshot: Snapshot, faults: LedgerFaults): Promise<void> {
  const files = snapshot.rows<StoredFile>(
    `select tally_id as tally, territory_kato as territory, digest, gzipped from tally_files`,
  );
  for await (const file of files)
    if (!isItself(file))
      faults.add('tally_files', 'changed', `count ${file.tally}, ${file.territory}`);
}

function isItself({ digest, gzipped }: StoredFile): boolean {
  try {
    return createHash('sha256').update(gunzipSync(gzipped)).digest().equals(digest);
  } catch {
    return false;
  }
}
