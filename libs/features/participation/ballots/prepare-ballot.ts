import type { KeyObject } from 'node:crypto';
import { SALT_RANDOM_BYTES, sealedSalt } from '#rules/ledger/ballot-seal.js';
import type { NormalBallot } from '#rules/participation/ballot.js';
import { canonicalBallot } from '#rules/participation/canonical-ballot.js';
import { formatReceipt, RECEIPT_RANDOM_BYTES } from '#rules/participation/receipt-code.js';
import { freshRandomBytes } from '#platform/identity/random-pool.js';
import type { BallotAct, PreparedBallot } from './ballot-act.js';
import { commitTo, digestOfBallot } from './ballot-commitment.js';
import { potsOfChoices, type RoundPaper } from './round-paper.js';

/**
 * Draws everything random and digests the ballot, before any transaction.
 *
 * @param sealKey tells the ballots that the portal took from others
 */
export function prepareBallot(
  act: BallotAct,
  ballot: NormalBallot,
  round: RoundPaper,
  sealKey: KeyObject,
): PreparedBallot {
  const canonical = canonicalBallot(ballot);
  const digest = digestOfBallot(canonical);
  const receipt = formatReceipt(freshRandomBytes(RECEIPT_RANDOM_BYTES));
  const sealed = { round: act.roundId, receipt, digest };
  const keys = act.votes.map((vote) => vote.project);
  return {
    act,
    paperVersion: round.version,
    pots: potsOfChoices(round.paper, keys),
    choices: ballot.choices,
    points: ballot.points,
    digest,
    receipt,
    ...commitTo(canonical, sealedSalt(freshRandomBytes(SALT_RANDOM_BYTES), sealed, sealKey)),
  };
}
