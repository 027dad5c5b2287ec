import type { NormalBallot } from '#rules/participation/ballot.js';
import { formatReceipt, RECEIPT_RANDOM_BYTES } from '#rules/participation/receipt-code.js';
import { freshRandomBytes } from '#platform/identity/random-pool.js';
import type { BallotAct, PreparedBallot } from './ballot-act.js';
import { canonicalBallot, commitTo, digestOfBallot } from './ballot-commitment.js';
import { potsOfChoices, type RoundPaper } from './round-paper.js';

/** Draws everything random and digests the ballot, before any transaction. */
export function prepareBallot(
  act: BallotAct,
  ballot: NormalBallot,
  round: RoundPaper,
): PreparedBallot {
  const canonical = canonicalBallot(ballot);
  const keys = act.votes.map((vote) => vote.project);
  return {
    act,
    paperVersion: round.version,
    pots: potsOfChoices(round.paper, keys),
    choices: ballot.choices,
    points: ballot.points,
    digest: digestOfBallot(canonical),
    receipt: formatReceipt(freshRandomBytes(RECEIPT_RANDOM_BYTES)),
    ...commitTo(canonical),
  };
}
