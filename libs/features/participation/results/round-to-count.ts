import type { OfficialText } from '#rules/kernel/official-text.js';

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
}

/** One page of ballots as they lie in the table: array literals, merged before they are read. */
export interface BallotRow {
  readonly projects: string;
  readonly points: string | null;
}

/** Merges ballots as they come: a million voters cost no more than their different opinions. */
export class GatheredBallots {
  private readonly voters = new Map<string, number>();
  count = 0;

  add({ projects, points }: BallotRow): void {
    const key = `${projects}${points ?? ''}`;
    this.voters.set(key, (this.voters.get(key) ?? 0) + 1);
    this.count++;
  }

  *all(): Generator<EqualBallots> {
    for (const [key, voters] of this.voters) {
      const [numbers, points] = key.slice(1, -1).split('}{');
      yield {
        numbers: numbersOf(numbers ?? ''),
        points: points === undefined ? null : numbersOf(points),
        voters,
      };
    }
  }
}

function numbersOf(literal: string): readonly number[] {
  return literal === '' ? [] : literal.split(',').map(Number);
}
