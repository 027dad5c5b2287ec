import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { Digest } from './leaf-digests.js';

/** A ballot whose commitment stands in the log. */
export interface CommittedBallot {
  /** Index of its entry. */
  readonly leaf: number;
  /** The canonical ballot. */
  readonly ballot: string;
  /** Hexadecimal; with the ballot it gives the commitment. */
  readonly salt: string;
}

/** A ballot as it is published: with its entry, or without where too few entered the log together. */
export interface Opening {
  readonly leaf: number | null;
  readonly ballot: string;
  readonly salt: string | null;
}

/** An opening as one line of its file. */
export function openingLine(opening: Opening): string {
  return `${canonicalJson({ ...opening })}\n`;
}

/** Is this what the entry committed to? */
export function isOpeningOf(commitment: Digest, { ballot, salt }: CommittedBallot): boolean {
  const opened = createHash('sha256').update(ballot).update(Buffer.from(salt, 'hex'));
  return opened.digest('hex') === commitment;
}

export interface OpeningTerms {
  /** Sizes of the log at its checkpoints, ascending: what entered between two of them was one batch. */
  readonly sizes: readonly number[];
  /** Ballots of a batch that are too few to be told apart. */
  readonly smallest: number;
}

/**
 * Openings of a round's standing ballots. Where fewer than the smallest group entered the log in one
 * batch, somebody who saw a voter at that minute could find the entry: those ballots come without it,
 * after the others, sorted by what stands on them.
 */
export function openingsOf(
  ballots: readonly CommittedBallot[],
  { sizes, smallest }: OpeningTerms,
): readonly Opening[] {
  const batches = new Map<number, CommittedBallot[]>();
  for (const ballot of ballots) {
    const batch = batchOf(ballot.leaf, sizes);
    const gathered = batches.get(batch);
    if (gathered) gathered.push(ballot);
    else batches.set(batch, [ballot]);
  }
  const [linked, unlinked]: [Opening[], Opening[]] = [[], []];
  for (const batch of batches.values())
    for (const { leaf, ballot, salt } of batch)
      if (batch.length >= smallest) linked.push({ leaf, ballot, salt });
      else unlinked.push({ leaf: null, ballot, salt: null });
  return [
    ...linked.toSorted((a, b) => a.leaf! - b.leaf!),
    ...unlinked.toSorted((a, b) => (a.ballot < b.ballot ? -1 : 1)),
  ];
}

/** The first checkpoint that an entry stands under. */
function batchOf(leaf: number, sizes: readonly number[]): number {
  let [from, until] = [0, sizes.length];
  while (from < until) {
    const middle = Math.floor((from + until) / 2);
    if (sizes[middle]! > leaf) until = middle;
    else from = middle + 1;
  }
  return from;
}
