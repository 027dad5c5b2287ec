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
