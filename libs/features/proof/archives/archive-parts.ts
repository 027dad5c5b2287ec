import { createHash } from 'node:crypto';
import type { ZipPart } from '#platform/files/steady-zip.js';
import { ARCHIVE_PATHS, ballotsPath, electionPath } from '#rules/archive/archive-paths.js';
import { csvRow } from '#rules/archive/csv-row.js';
import { otherLeafLine } from '#rules/archive/leaf-line.js';
import { logStartText } from '#rules/archive/log-start.js';
import { type ManifestEntry, manifestText } from '#rules/archive/manifest.js';
import { RECEIPT_COLUMNS, receiptRow } from '#rules/archive/receipt-row.js';
import { ROLL_COLUMNS, rollRow } from '#rules/archive/roll-table.js';
import { parseLeaf } from '#rules/ledger/leaf.js';
import { openingLine } from '#rules/ledger/opening.js';
import type { ArchiveMatter } from './archive-matter.js';
import { ballotRows, metadataPart } from './archive-tables.js';

/** The files of an archive one after another; the manifest, which tells of all others, comes last. */
export async function* archiveParts(matter: ArchiveMatter): AsyncGenerator<ZipPart> {
  const files: ManifestEntry[] = [];
  for (const part of partsBeforeManifest(matter)) yield digested(part, files);
  const manifest = manifestText({ round: matter.round.id, files });
  yield { path: ARCHIVE_PATHS.manifest, pieces: [manifest] };
}

function* partsBeforeManifest(matter: ArchiveMatter): Generator<ZipPart> {
  for (const { path, text } of matter.texts) yield { path, pieces: [text] };
  yield { path: ARCHIVE_PATHS.round, pieces: [documentText(matter.round)] };
  yield { path: ARCHIVE_PATHS.result, pieces: [documentText(matter.result)] };
  yield { path: ARCHIVE_PATHS.count, pieces: [matter.count] };
  yield { path: ARCHIVE_PATHS.publication, pieces: [matter.publication] };
  const { quarantines } = matter;
  if (quarantines.length > 0)
    yield { path: ARCHIVE_PATHS.quarantines, pieces: quarantines.map((line) => `${line}\n`) };
  yield* rollParts(matter);
  yield* ballotParts(matter);
  yield* ledgerParts(matter);
}

function* rollParts({ roll }: ArchiveMatter): Generator<ZipPart> {
  yield { path: ARCHIVE_PATHS.roll, pieces: [csvRow(ROLL_COLUMNS), ...roll.map(rollRow)] };
  yield metadataPart(ARCHIVE_PATHS.roll, ROLL_COLUMNS, 'territory');
}

function* ballotParts({ elections }: ArchiveMatter): Generator<ZipPart> {
  for (const election of elections) {
    const table = ballotsPath(election.territory);
    const columns: string[] = [];
    yield { path: electionPath(election.territory), pieces: election.text() };
    yield { path: table, pieces: ballotRows(election.text(), columns) };
    yield metadataPart(table, columns, 'voter_id');
  }
}

function* ledgerParts(matter: ArchiveMatter): Generator<ZipPart> {
  yield { path: ARCHIVE_PATHS.receipts, pieces: receiptRows(matter) };
  yield metadataPart(ARCHIVE_PATHS.receipts, RECEIPT_COLUMNS, 'receipt_sha256');
  if (matter.openings)
    yield { path: ARCHIVE_PATHS.openings, pieces: matter.openings.map(openingLine) };
  yield { path: ARCHIVE_PATHS.keys, pieces: matter.keys.map((key) => `${key}\n`) };
  yield { path: ARCHIVE_PATHS.start, pieces: [logStartText(matter.start)] };
  yield { path: ARCHIVE_PATHS.leaves, pieces: leafLines(matter) };
  yield { path: ARCHIVE_PATHS.checkpoints, pieces: noteLines(matter) };
}

async function* receiptRows({ leaves, uncounted }: ArchiveMatter): AsyncGenerator<string> {
  yield csvRow(RECEIPT_COLUMNS);
  for await (const { index, content } of leaves()) {
    const leaf = content === null ? null : parseLeaf(content);
    if (leaf?.kind !== 'ballot') continue;
    const { receipt } = leaf;
    const state = uncounted.get(receipt) ?? 'counted';
    yield receiptRow({ leaf: index, receipt, state });
  }
}

async function* leafLines({ leaves }: ArchiveMatter): AsyncGenerator<string> {
  for await (const { content, hash } of leaves()) yield `${content ?? otherLeafLine(hash)}\n`;
}

async function* noteLines({ checkpoints }: ArchiveMatter): AsyncGenerator<string> {
  for await (const note of checkpoints) yield `${JSON.stringify(note)}\n`;
}

/** The same part, noted with its size and digest once it has been taken. */
function digested({ path, pieces }: ZipPart, noted: ManifestEntry[]): ZipPart {
  async function* noting(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of pieces) {
      const whole = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(whole);
      bytes += whole.length;
      yield whole;
    }
    noted.push({ path, bytes, sha256: hash.digest('hex') });
  }
  return { path, pieces: noting() };
}

function documentText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
