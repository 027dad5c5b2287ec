import { createHash, type KeyObject } from 'node:crypto';
import { isSealed } from '#rules/ledger/ballot-seal.js';
import { sha256 } from '#rules/ledger/leaf-digests.js';
import { canonicalBallot } from '#rules/participation/canonical-ballot.js';
import type { LedgerFaults } from './ledger-fault.js';
import type { Snapshot } from './snapshot.js';

interface StoredBallot {
  readonly round: string;
  readonly receipt: string;
  readonly choices: number[];
  readonly points: number[] | null;
  readonly digest: string;
  readonly commitment: string;
  readonly nonce: Buffer;
  readonly index: number | null;
}

/** Does every standing ballot hold the choices that it committed to, and did the portal take it? */
export async function checkBallots(
  snapshot: Snapshot,
  sealKey: KeyObject,
  faults: LedgerFaults,
): Promise<void> {
  for await (const ballot of snapshot.rows<StoredBallot>(BALLOTS)) {
    const name = ballot.index === null ? 'a ballot of the last minute' : `entry ${ballot.index}`;
    if (!isAsCommitted(ballot)) faults.add('ballots', 'changed', `the choices of ${name}`);
    else if (!isSealed(ballot.nonce, ballot, sealKey))
      faults.add('ballots', 'inserted', `${name} was not taken by the portal`);
  }
}

function isAsCommitted({ choices, points, digest, commitment, nonce }: StoredBallot): boolean {
  const canonical = canonicalBallot({ choices, points: points ?? [] });
  const committed = createHash('sha256').update(canonical).update(nonce).digest('hex');
  return sha256(canonical) === digest && committed === commitment;
}

const BALLOTS = `
  select b.round_id as round, b.receipt, b.projects as choices, b.points,
         encode(b.body_digest, 'hex') as digest, encode(b.commitment, 'hex') as commitment, b.nonce,
         l.index::float8 as index
  from ballots b left join ledger_leaves l
    on l.subject = b.round_id and l.key = sha256(convert_to(b.receipt, 'UTF8'))`;
