import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** Random bytes that a salt begins with. */
export const SALT_RANDOM_BYTES = 16;

/** Purpose of the key that seals ballots. */
export const SEALS_OF_BALLOTS = 'seals of ballots';

/** What a ballot's salt vouches for. */
export interface SealedBallot {
  readonly round: string;
  readonly receipt: string;
  /** Hexadecimal SHA-256 of the canonical ballot. */
  readonly digest: string;
}

/**
 * The 32 bytes that keep a ballot from being found by trying: half of them random, half a seal under
 * the portal's key, which lies outside the database. To others all of them look random; the portal
 * tells by them a ballot that it took from one that was written into the database.
 *
 * @param random {@link SALT_RANDOM_BYTES} fresh bytes
 */
export function sealedSalt(random: Buffer, ballot: SealedBallot, key: KeyObject): Buffer {
  return Buffer.concat([random, sealOf(random, ballot, key)]);
}

/** Did the portal take this ballot, with these choices and this receipt? */
export function isSealed(salt: Buffer, ballot: SealedBallot, key: KeyObject): boolean {
  if (salt.length !== 2 * SALT_RANDOM_BYTES) return false;
  const seal = sealOf(salt.subarray(0, SALT_RANDOM_BYTES), ballot, key);
  return timingSafeEqual(salt.subarray(SALT_RANDOM_BYTES), seal);
}

function sealOf(random: Buffer, { round, receipt, digest }: SealedBallot, key: KeyObject): Buffer {
  const seal = createHmac('sha256', key).update(random).update(`${round}\n${receipt}\n${digest}`);
  return seal.digest().subarray(0, SALT_RANDOM_BYTES);
}
