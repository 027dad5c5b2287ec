import { createHash } from 'node:crypto';
import { compareIds } from './compare-ids.js';

/**
 * The number that a project draws: SHA-256, in hexadecimal, over the UTF-8 bytes of the seed,
 * a line feed and the project's id. The lowest number comes first.
 *
 * @example printf 'seed\n17' | sha256sum
 */
export function lotteryNumber(seed: string, projectId: string): string {
  return createHash('sha256').update(`${seed}\n${projectId}`, 'utf8').digest('hex');
}

/**
 * What is published before the draw: the hash of a secret that is opened afterwards.
 *
 * @example seedCommitment(secret) // 64 hexadecimal digits
 */
export function seedCommitment(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** Is this the secret that was promised? */
export function isSeedCommitted(secret: string, commitment: string): boolean {
  return seedCommitment(secret) === commitment.toLowerCase();
}

/**
 * The seed of a draw: the secret promised beforehand and a public value that nobody knew then,
 * so that neither the town nor anybody else could choose the outcome.
 *
 * @example drawSeed('secret', 'closing rate of 24 April 2026: 512.34')
 */
export function drawSeed(secret: string, publicValue: string): string {
  return `${secret}/${publicValue}`;
}

/** One project's lot in a draw. */
export interface Lot {
  readonly project: string;
  readonly number: string;
}

/** A draw as it is kept and published: anybody can repeat it. */
export interface Draw {
  readonly seed: string;
  /** In the sequence drawn. */
  readonly lots: readonly Lot[];
}

/** Draws lots among projects; the sequence they are given in plays no part. */
export function drawLots(seed: string, projectIds: readonly string[]): Draw {
  const lots = projectIds.map((project) => ({ project, number: lotteryNumber(seed, project) }));
  lots.sort((a, b) => compareIds(a.number, b.number) || compareIds(a.project, b.project));
  return { seed, lots };
}
