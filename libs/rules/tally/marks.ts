import type { VoteType } from './election.js';

/** What one ballot gives: positions of projects and, where the vote type knows them, points. */
export interface Marks {
  readonly choices: number[];
  readonly points?: number[];
}

/**
 * Takes the choices of one ballot after another: a project chosen twice counts once, with the
 * points given last; zero points count as not chosen; of *k* places the first gives *k* points.
 *
 * @example taker.begin(); taker.take(4, 1); taker.take(2, 1);
 *   taker.marks() // ordinal → { choices: [4, 2], points: [2, 1] }
 */
export class MarkTaker {
  private readonly lastBallot: Uint32Array;
  private ballot = 0;
  private choices: number[] = [];
  private given: number[] = [];

  constructor(
    private readonly voteType: VoteType,
    projects: number,
  ) {
    this.lastBallot = new Uint32Array(projects);
  }

  begin(): void {
    this.ballot++;
    this.choices = [];
    this.given = [];
  }

  /** False when the project was chosen before on this ballot. */
  take(position: number, points: number): boolean {
    if (this.lastBallot[position] === this.ballot) {
      this.given[this.choices.indexOf(position)] = points;
      return false;
    }
    this.lastBallot[position] = this.ballot;
    this.choices.push(position);
    this.given.push(points);
    return true;
  }

  /** Projects named, also those given zero points. */
  get size(): number {
    return this.choices.length;
  }

  get sum(): number {
    return this.given.reduce((sum, points) => sum + points, 0);
  }

  marks(): Marks {
    const { choices, given, voteType } = this;
    if (voteType === 'approval' || voteType === 'choose-1') return { choices };
    if (voteType === 'ordinal') {
      return { choices, points: choices.map((_, place) => choices.length - place) };
    }
    if (given.every((points) => points > 0)) return { choices, points: given };
    return {
      choices: choices.filter((_, place) => given[place]! > 0),
      points: given.filter((points) => points > 0),
    };
  }
}
