import { receiptDigest } from '#rules/ledger/leaf-digests.js';
import { AuditedOpenings } from './audited-openings.js';
import { ArchiveFile } from './archive-file.js';
import { checkCounts } from './check-counts.js';
import { checkLedger } from './check-ledger.js';
import { checkManifest } from './check-manifest.js';
import { checkRecords } from './check-records.js';
import { checkRoll } from './check-roll.js';
import { checkTally, readDocuments } from './check-tally.js';
import { hold } from './not-held.js';
import { RoundOpenings } from './round-openings.js';
import { RoundQuarantines } from './round-quarantines.js';
import type { SealedFile } from './sealed-lines.js';
import { type FoundReceipt, RoundLeaves } from './round-leaves.js';

export interface VerifyRequest {
  readonly archive: string;
  /** Files with checkpoints that somebody kept. */
  readonly checkpoints: readonly string[];
  /** Codes as `parseReceipt` gives them. */
  readonly receipts: readonly string[];
  /** For the auditor of a secret round: the sealed openings with the key to them. */
  readonly sealed?: SealedFile;
}

export interface VerifiedReceipt extends FoundReceipt {
  readonly code: string;
}

/** What was checked, in numbers. */
export interface Verified {
  readonly round: string;
  readonly files: number;
  readonly leaves: number;
  readonly checkpoints: number;
  /** Size and root of the last checkpoint: what to compare with other people's. */
  readonly last: { readonly origin: string; readonly size: number; readonly root: string };
  /** Checkpoints that somebody kept of a time that the archive does not cover. */
  readonly notCompared: readonly string[];
  readonly ballots: number;
  readonly replaced: number;
  readonly quarantined: number;
  /** Ballots that the auditor's key opened; null where none was given. */
  readonly opened: number | null;
  readonly winners: Readonly<Record<string, readonly string[]>>;
  readonly receipts: readonly VerifiedReceipt[];
}

/** Told about bytes that are to be read, and about those that have been. */
export interface Progress {
  begin(bytes: number): void;
  advance(bytes: number): void;
}

/** Election files are read three times: for their digest, beside their table, and for the count. */
const READINGS = 2;

/**
 * Checks an archive by nothing but itself and what somebody kept: receipts, checkpoints.
 *
 * @throws NotHeld the first thing that does not hold
 */
export async function verifyArchive(request: VerifyRequest, progress: Progress): Promise<Verified> {
  const archive = await ArchiveFile.open(request.archive, (bytes) => progress.advance(bytes));
  try {
    progress.begin(archive.size * READINGS);
    return await verify(archive, request);
  } finally {
    archive.close();
  }
}

async function verify(archive: ArchiveFile, request: VerifyRequest): Promise<Verified> {
  const manifest = await checkManifest(archive);
  const documents = await readDocuments(archive);
  const { round, result } = documents;
  const digests = new Map(request.receipts.map((code) => [receiptDigest(code), code]));
  const openings = round.secrecy === 'openings' ? new RoundOpenings(archive) : null;
  const quarantines = await RoundQuarantines.read(archive);
  const audited = request.sealed ? new AuditedOpenings(request.sealed) : null;
  const wanted = new Set(digests.keys());
  const leaves = new RoundLeaves(archive, {
    round: round.id,
    wanted,
    openings,
    quarantines,
    audited,
  });
  const ledger = await checkLedger(archive, leaves, request.checkpoints);
  await leaves.finish();
  quarantines.finish(leaves.decisions, leaves.states.quarantined, result);
  checkCounts(documents, leaves);
  await openings?.finish(result);
  await audited?.finish(result);
  const voted = result.ballots + leaves.states.quarantined;
  await checkRoll(archive, { people: round.people, ballots: voted });
  await checkRecords(archive, { manifest, result, decisions: leaves.decisions });
  await checkTally(archive, documents);
  const { origin, size, root } = ledger.last;
  return {
    round: round.id,
    files: manifest.files.length,
    leaves: ledger.leaves,
    checkpoints: ledger.checkpoints,
    last: { origin, size, root: root.toString('base64') },
    notCompared: ledger.outside,
    ballots: leaves.states.counted,
    replaced: leaves.states.replaced,
    quarantined: leaves.states.quarantined,
    opened: audited?.opened ?? null,
    winners: Object.fromEntries(
      result.pots.map(({ territory, confirmed }) => [territory, confirmed]),
    ),
    receipts: [...digests].map(([digest, code]) => receiptOf(code, leaves.found.get(digest))),
  };
}

function receiptOf(code: string, found: FoundReceipt | undefined): VerifiedReceipt {
  hold(found !== undefined, 'receipt.absent', { code });
  return { code, ...found };
}
