import type { BallotVote } from '#rules/participation/ballot.js';

/** A ballot as it comes in: the session that sends it is proven inside the statement that stores it. */
export interface BallotAct {
  readonly tokenDigest: string;
  readonly roundId: string;
  readonly votes: readonly BallotVote[];
  readonly idempotencyKey: string | null;
}

/** What the voter keeps: it proves that a ballot was recorded, never what stands on it. */
export interface BallotReceipt {
  readonly code: string;
  /** Hash that stands for the ballot in the public log. */
  readonly leaf: string;
  readonly at: Date;
}

/** An acknowledged act; `first` tells a new ballot from a replaced or repeated one. */
export interface AcknowledgedBallot {
  readonly receipt: BallotReceipt;
  readonly first: boolean;
}

/** An act made ready for storing: everything random is drawn once, before any transaction. */
export interface PreparedBallot {
  readonly act: BallotAct;
  readonly paperVersion: number;
  /** KATO codes of the pots that the chosen projects belong to. */
  readonly pots: readonly string[];
  readonly choices: readonly number[];
  readonly points: readonly number[];
  readonly digest: string;
  readonly commitment: string;
  readonly nonce: string;
  readonly receipt: string;
}
