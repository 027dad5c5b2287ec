import type { Ballot } from './election.js';
import { NumberRuns } from './number-runs.js';

/** A ballot read, before it is merged with its equals. */
export interface LooseBallot {
  readonly choices: ArrayLike<number>;
  /** Parallel to `choices`; absent: one point each. */
  readonly points?: ArrayLike<number>;
  /** How many of the choices count, where their list is longer. */
  readonly size?: number;
  readonly voters: number;
  readonly district?: string;
}

/**
 * Merges equal ballots as they come, so that a million voters cost no more than their
 * different opinions. Nothing of what is added is kept: its lists may be used again.
 *
 * @example box.add({ choices: [2, 0], voters: 1 }); box.add({ choices: [0, 2], voters: 1 });
 *   box.ballots() // → [{ choices: [0, 2], voters: 2 }]
 */
export class BallotBox {
  /** One run for each different ballot: district, number of choices, choices, points if any. */
  private readonly opinions = new NumberRuns();
  private readonly voters: number[] = [];
  /** Numbers of the districts met, from 1. */
  private readonly districts = new Map<string, number>();

  add({ choices, points, size = choices.length, voters, district }: LooseBallot): void {
    const { opinions } = this;
    opinions.push(district === undefined ? 0 : this.numberOf(district));
    opinions.push(size);
    for (let place = 0; place < size; place++) opinions.push(choices[place]!);
    if (points) for (let place = 0; place < size; place++) opinions.push(points[place]!);
    opinions.sortPairs(HEAD, size, points !== undefined);
    const number = opinions.close();
    this.voters[number] = (this.voters[number] ?? 0) + voters;
  }

  ballots(): readonly Ballot[] {
    const names = [...this.districts.keys()];
    return this.voters.map((voters, number) => {
      const [district, size] = [this.opinions.at(number, 0), this.opinions.at(number, 1)];
      const choices = this.opinions.part(number, HEAD, size);
      const points = this.opinions.part(number, HEAD + size, size);
      return {
        voters,
        choices,
        ...(points.length > 0 && { points }),
        ...(district > 0 && { district: names[district - 1]! }),
      };
    });
  }

  private numberOf(district: string): number {
    const known = this.districts.get(district);
    if (known !== undefined) return known;
    this.districts.set(district, this.districts.size + 1);
    return this.districts.size;
  }
}

/** District and number of choices. */
const HEAD = 2;
