import type { Ballot } from './election.js';

/** A ballot read, before it is merged with its equals. */
export interface LooseBallot {
  readonly choices: readonly number[];
  readonly points?: readonly number[];
  readonly voters: number;
  readonly district?: string;
}

/**
 * Merges equal ballots as they come, so that a million voters cost no more than their
 * different opinions.
 *
 * @example box.add({ choices: [2, 0], voters: 1 }); box.add({ choices: [0, 2], voters: 1 });
 *   box.ballots() // → [{ choices: [0, 2], voters: 2 }]
 */
export class BallotBox {
  private readonly places = new Map<string, number>();
  private readonly merged: { -readonly [K in keyof Ballot]: Ballot[K] }[] = [];

  add(loose: LooseBallot): void {
    const ballot = isAscending(loose.choices) ? loose : ascending(loose);
    const key = keyOf(ballot);
    const place = this.places.get(key);
    if (place === undefined) {
      this.places.set(key, this.merged.length);
      this.merged.push({ ...ballot });
    } else {
      this.merged[place]!.voters += ballot.voters;
    }
  }

  ballots(): readonly Ballot[] {
    return this.merged;
  }
}

function isAscending(choices: readonly number[]): boolean {
  for (let index = 1; index < choices.length; index++) {
    if (choices[index - 1]! > choices[index]!) return false;
  }
  return true;
}

function ascending(ballot: LooseBallot): LooseBallot {
  const { choices, points } = ballot;
  if (points === undefined) return { ...ballot, choices: choices.toSorted((a, b) => a - b) };
  const sequence = choices.map((_, index) => index).sort((a, b) => choices[a]! - choices[b]!);
  return {
    ...ballot,
    choices: sequence.map((index) => choices[index]!),
    points: sequence.map((index) => points[index]!),
  };
}

function keyOf({ choices, points, district }: LooseBallot): string {
  let key = '';
  for (const position of choices) key += inCharacters(position);
  if (points === undefined && district === undefined) return key;
  key += ';';
  if (points) for (const given of points) key += inCharacters(given);
  return district === undefined ? key : `${key};${district}`;
}

/** A character holds 16 bits; larger numbers take more of them, each marked by its first bit. */
function inCharacters(value: number): string {
  if (value < 0x8000) return String.fromCharCode(value);
  return String.fromCharCode(0x8000 | (value % 0x8000)) + inCharacters(Math.floor(value / 0x8000));
}
