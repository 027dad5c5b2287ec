import { createHash } from 'node:crypto';
import { ARCHIVE_PATHS, electionPath } from '#rules/archive/archive-paths.js';
import { parseCountRecord } from '#rules/archive/count-record.js';
import type { Manifest } from '#rules/archive/manifest.js';
import type { DecisionLeaf } from '#rules/ledger/leaf.js';
import type { ArchiveFile } from './archive-file.js';
import type { ArchiveDocuments } from './check-tally.js';
import { hold } from './not-held.js';

const PATH = ARCHIVE_PATHS.count;

interface CountMatter {
  readonly manifest: Manifest;
  readonly documents: ArchiveDocuments;
  /** Of the round, as the ledger has them. */
  readonly decisions: readonly DecisionLeaf[];
}

/**
 * Are the ballots still those that were counted? The ledger holds the digest of the count's record,
 * the record the digest of every election file.
 */
export async function checkCountRecord(
  archive: ArchiveFile,
  { manifest, documents, decisions }: CountMatter,
): Promise<void> {
  const record = parseCountRecord(await archive.json(PATH));
  hold(record !== null, 'document.unknown', { path: PATH });
  const digest = await digestOf(archive);
  const isKept = decisions.some(
    (leaf) => leaf.what === 'count' && leaf.id === record.id && leaf.digest === digest,
  );
  hold(isKept, 'count.record', { path: PATH });
  const isPublished = decisions.some(({ what, id }) => what === 'result' && id === record.id);
  hold(isPublished, 'count.not_published', { path: PATH });
  const { ballots, pots } = documents.result;
  hold(record.ballots === ballots, 'count.ballots', { stated: ballots, counted: record.ballots });
  for (const { territory } of pots) {
    const path = electionPath(territory);
    const file = manifest.files.find((each) => each.path === path);
    hold(file?.sha256 === record.files[territory], 'count.file', { path });
  }
}

async function digestOf(archive: ArchiveFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of archive.pieces(PATH)) hash.update(piece);
  return hash.digest('hex');
}
