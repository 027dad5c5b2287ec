import type { OfficialText } from '#rules/kernel/official-text.js';
import type { RoundRow } from '../rounds/round-row.js';

/** A project that stood on the ballot. */
export interface ProjectToCount {
  readonly proposal: string;
  readonly number: number;
  readonly pot: string;
  readonly isWithdrawn: boolean;
  readonly title: OfficialText;
  readonly costTiyn: bigint;
  /** Projects of one group exclude each other. */
  readonly group: string | null;
}

/** Ballots with the same choices. */
export interface EqualBallots {
  readonly numbers: readonly number[];
  readonly points: readonly number[] | null;
  readonly voters: number;
  /** Where these voters are registered; null where ballots of all places are merged. */
  readonly territory: string | null;
}

/** One page of ballots as they lie in the table: array literals, merged before they are read. */
export interface BallotRow {
  readonly projects: string;
  readonly points: string | null;
  readonly territory: string | null;
}

/** Voters by what they chose, and by their place where that is kept apart. */
export type MergedBallots = ReadonlyMap<string, number>;

/** What a count is made of, in plain values: a thread takes a copy of it. */
export interface GatheredRound {
  readonly round: RoundRow;
  readonly projects: readonly ProjectToCount[];
  readonly ballots: MergedBallots;
  readonly voters: number;
}

/** Ballots in quarantine; nothing of them is counted. */
export interface AsideBallots {
  readonly ballots: MergedBallots;
  readonly voters: number;
}

/** Merges ballots as they come: a million voters cost no more than their different opinions. */
export class BallotMerger {
  readonly merged = new Map<string, number>();
  count = 0;

  add({ territory, projects, points }: BallotRow): void {
    const key = `${territory ?? ''}${projects}${points ?? ''}`;
    this.merged.set(key, (this.merged.get(key) ?? 0) + 1);
    this.count++;
  }
}

export function* equalBallots(merged: MergedBallots): Generator<EqualBallots> {
  for (const [key, voters] of merged) {
    const [territory, numbers, points] = key.split(/\}?\{|\}/);
    yield {
      numbers: numbersOf(numbers ?? ''),
      points: points ? numbersOf(points) : null,
      voters,
      territory: territory || null,
    };
  }
}

function numbersOf(literal: string): readonly number[] {
  return literal === '' ? [] : literal.split(',').map(Number);
}
