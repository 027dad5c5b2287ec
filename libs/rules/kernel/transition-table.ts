import { DomainError } from './domain-error.js';

/** A life cycle as data: for each state, the acts possible in it and the state each one leads to. */
export type TransitionTable<State extends string, Act extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Act, State>>>>
>;

/** The act looked for and what the refusal is called when the state does not allow it. */
export interface Step<State extends string, Act extends string> {
  readonly state: State;
  readonly act: Act;
  readonly refusal: string;
}

/**
 * The state after an act; throws `DomainError('conflict', step.refusal)` with the state, the act
 * and what is possible instead, where the table has no such step.
 */
export function nextStateIn<State extends string, Act extends string>(
  table: TransitionTable<State, Act>,
  { state, act, refusal }: Step<State, Act>,
): State {
  const next = table[state][act];
  if (next === undefined) {
    throw new DomainError('conflict', refusal, { state, act, possible: actsIn(table, state) });
  }
  return next;
}

/** Acts possible in a state, in the order of the table. */
export function actsIn<State extends string, Act extends string>(
  table: TransitionTable<State, Act>,
  state: State,
): readonly Act[] {
  return Object.keys(table[state]) as Act[];
}

/** Does nothing lead out of this state? */
export function isFinalIn<State extends string, Act extends string>(
  table: TransitionTable<State, Act>,
  state: State,
): boolean {
  return actsIn(table, state).length === 0;
}

/** Every state that can be reached from the first one, itself included. */
export function statesReachableFrom<State extends string, Act extends string>(
  table: TransitionTable<State, Act>,
  first: State,
): ReadonlySet<State> {
  const reached = new Set<State>([first]);
  for (const state of reached) {
    for (const next of Object.values(table[state]) as State[]) reached.add(next);
  }
  return reached;
}
