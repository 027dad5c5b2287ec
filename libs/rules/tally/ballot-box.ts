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

/** The number of choices comes first, so that no two different ballots share a key. */
function keyOf({ choices, points, district }: LooseBallot): string {
  const key = inCharacters([choices.length, ...choices, ...(points ?? [])]);
  return district === undefined ? key : `${key};${district}`;
}

const ONE_CHARACTER = 0x8000;

function inCharacters(numbers: readonly number[]): string {
  return numbers.every((value) => value < ONE_CHARACTER)
    ? String.fromCharCode(...numbers)
    : numbers.map(digitsOf).join('');
}

/** A character holds 16 bits; all but the last of a number are marked by their first bit. */
function digitsOf(value: number): string {
  if (value < ONE_CHARACTER) return String.fromCharCode(value);
  const digit = String.fromCharCode(ONE_CHARACTER | (value % ONE_CHARACTER));
  return digit + digitsOf(Math.floor(value / ONE_CHARACTER));
}
