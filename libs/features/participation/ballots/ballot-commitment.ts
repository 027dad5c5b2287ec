import { hash } from 'node:crypto';
import { freshRandomBytes } from '#platform/identity/random-pool.js';
import type { NormalBallot } from '#rules/participation/ballot.js';

/** What stands for a ballot in public while the voting runs: a salted hash, never the choice. */
export interface BallotCommitment {
  /** Hexadecimal SHA-256 over the canonical ballot and the nonce. */
  readonly commitment: string;
  readonly nonce: string;
}

/** The one way to write a ballot as text: `canonicalBallot(…) // → '{"choices":[4,17],"points":[]}'` */
export function canonicalBallot(ballot: NormalBallot): string {
  return `{"choices":[${ballot.choices.join(',')}],"points":[${ballot.points.join(',')}]}`;
}

export function digestOfBallot(canonical: string): string {
  return hash('sha256', canonical, 'hex');
}

/** Commits to a ballot with 256 fresh random bits, so that nobody finds it by trying. */
export function commitTo(canonical: string): BallotCommitment {
  const nonce = freshRandomBytes(32);
  const committed = Buffer.concat([Buffer.from(canonical), nonce]);
  return { commitment: hash('sha256', committed, 'hex'), nonce: nonce.toString('hex') };
}
