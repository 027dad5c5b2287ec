import { hash } from 'node:crypto';

/** What stands for a ballot in public while the voting runs: a salted hash, never the choice. */
export interface BallotCommitment {
  /** Hexadecimal SHA-256 over the canonical ballot and the nonce. */
  readonly commitment: string;
  readonly nonce: string;
}

export function digestOfBallot(canonical: string): string {
  return hash('sha256', canonical, 'hex');
}

/** Commits to a ballot with a salt that nobody else knows, so that nobody finds it by trying. */
export function commitTo(canonical: string, salt: Buffer): BallotCommitment {
  const committed = Buffer.concat([Buffer.from(canonical), salt]);
  return { commitment: hash('sha256', committed, 'hex'), nonce: salt.toString('hex') };
}
