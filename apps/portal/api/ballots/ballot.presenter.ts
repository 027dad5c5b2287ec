import type { BallotReceipt } from '#features/participation/ballots/ballot-act.js';
import type { OwnBallotRow } from '#features/participation/ballots/ballot.reader.js';
import { withOffset } from '../with-offset.js';

export interface ReceiptView {
  readonly code: string;
  readonly leaf: string;
  readonly at: string;
}

/** The receipt of an acknowledged ballot: proof of presence, never of content. */
export function presentReceipt(receipt: BallotReceipt): { receipt: ReceiptView } {
  return { receipt: { code: receipt.code, leaf: receipt.leaf, at: withOffset(receipt.at) } };
}

export interface OwnBallotView {
  readonly state: 'none' | 'recorded';
  /** How many earlier ballots this one replaced. */
  readonly replaced?: number;
  readonly receipt?: ReceiptView;
  readonly votes?: NonNullable<OwnBallotRow['votes']>;
}

/** One's own ballot; `votes` only while the voter may still look. */
export function presentOwnBallot(own: OwnBallotRow | null): OwnBallotView {
  if (!own) return { state: 'none' };
  return {
    state: 'recorded',
    replaced: own.replaced,
    receipt: { code: own.receipt, leaf: own.leaf, at: withOffset(own.castAt) },
    ...(own.votes ? { votes: own.votes } : {}),
  };
}
