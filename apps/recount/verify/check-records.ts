import { createHash } from 'node:crypto';
import { ARCHIVE_PATHS, electionPath } from '#rules/archive/archive-paths.js';
import type { ArchivedResult } from '#rules/archive/archived-result.js';
import { parseCountRecord } from '#rules/archive/count-record.js';
import type { Manifest } from '#rules/archive/manifest.js';
import { parsePublicationRecord, struckOut } from '#rules/archive/publication-record.js';
import type { DecisionLeaf } from '#rules/ledger/leaf.js';
import type { ArchiveFile } from './archive-file.js';
import { hold } from './not-held.js';

const { count: COUNT, publication: PUBLICATION } = ARCHIVE_PATHS;

export interface RecordMatter {
  readonly manifest: Manifest;
  readonly result: ArchivedResult;
  /** Of the round, as the ledger has them. */
  readonly decisions: readonly DecisionLeaf[];
}

/**
 * Are ballots and result still those that were counted and published? The ledger holds the digests of
 * both records, the record of the count the digest of every election file.
 */
export async function checkRecords(archive: ArchiveFile, matter: RecordMatter): Promise<void> {
  const publication = parsePublicationRecord(await archive.json(PUBLICATION));
  hold(publication !== null, 'document.unknown', { path: PUBLICATION });
  const published = { what: 'result', id: publication.count } as const;
  await assertInLedger(archive, PUBLICATION, { ...published, ...matter });
  const { strikes } = publication;
  const struck = struckOut(matter.result);
  const isSame = strikes.toSorted().join() === struck.toSorted().join();
  hold(isSame, 'result.strikes', { stated: struck.join(', '), kept: strikes.join(', ') });
  await checkCountRecord(archive, publication.count, matter);
}

async function checkCountRecord(
  archive: ArchiveFile,
  id: string,
  { manifest, result, decisions }: RecordMatter,
): Promise<void> {
  const record = parseCountRecord(await archive.json(COUNT));
  hold(record !== null, 'document.unknown', { path: COUNT });
  hold(record.id === id, 'count.not_published', { path: COUNT });
  await assertInLedger(archive, COUNT, { what: 'count', id, decisions });
  const { ballots, pots } = result;
  hold(record.ballots === ballots, 'count.ballots', { stated: ballots, counted: record.ballots });
  const [told, kept] = [result.quarantined ?? null, record.quarantined];
  hold(JSON.stringify(told) === JSON.stringify(kept), 'quarantine.totals', { path: COUNT });
  for (const { territory } of pots) {
    const path = electionPath(territory);
    const file = manifest.files.find((each) => each.path === path);
    hold(file?.sha256 === record.files[territory], 'count.file', { path });
  }
}

type Decision = Pick<DecisionLeaf, 'what' | 'id'> & Pick<RecordMatter, 'decisions'>;

async function assertInLedger(
  archive: ArchiveFile,
  path: string,
  { what, id, decisions }: Decision,
): Promise<void> {
  const hash = createHash('sha256');
  for await (const piece of archive.pieces(path)) hash.update(piece);
  const digest = hash.digest('hex');
  const isKept = decisions.some(
    (leaf) => leaf.what === what && leaf.id === id && leaf.digest === digest,
  );
  hold(isKept, 'record.other', { path });
}
