import type { Election } from './election.js';

/** How many voters have more money on projects they chose in one outcome than in the other. */
export interface Preferences {
  readonly first: number;
  readonly second: number;
  readonly indifferent: number;
}

/**
 * Compares two outcomes voter by voter: she prefers the one with more money on her projects.
 *
 * Used in Wieliczka and Aarau in 2023 to choose between equal shares and the greedy outcome.
 *
 * @example comparePreferences(election, ['a'], ['b']) // voters of a alone prefer the first
 */
export function comparePreferences(
  election: Election,
  first: readonly string[],
  second: readonly string[],
): Preferences {
  const gains = election.projects.map(({ id, cost }) => {
    return (first.includes(id) ? cost : 0n) - (second.includes(id) ? cost : 0n);
  });
  const preferences = { first: 0, second: 0, indifferent: 0 };
  for (const { choices, voters } of election.ballots) {
    const gain = choices.reduce((sum, project) => sum + gains[project]!, 0n);
    preferences[gain > 0n ? 'first' : gain < 0n ? 'second' : 'indifferent'] += voters;
  }
  return preferences;
}

/**
 * The comparison step: the outcome of equal shares stands only if at least as many voters
 * prefer it to the greedy one as the other way round.
 */
export function doesSharesOutcomeStand(preferences: Preferences): boolean {
  return preferences.first >= preferences.second;
}
