import { DomainError } from '#rules/kernel/domain-error.js';
import type { RoundRow } from '../rounds/round-row.js';
import type { ResultRow, StrikeRow } from './result.reader.js';
import type { CountedPot, CountedProject } from './stored-count.js';

/** How far a result has come: counted, decided by the Expert Council, published. */
export type ResultState = 'provisional' | 'decided' | 'final';

/** A project with its fate, the Council's decision included. */
export interface SettledProject extends CountedProject {
  readonly pot: string;
  /** Place among the confirmed winners of its pot, from 1. */
  readonly place: number | null;
  readonly strike: StrikeRow | null;
}

export interface SettledPot extends CountedPot {
  /** In the sequence of the ballot. */
  readonly settled: readonly SettledProject[];
  /** Confirmed winners in the sequence of selection. */
  readonly confirmed: readonly SettledProject[];
  readonly spentTiyn: bigint;
}

export interface SettledResult {
  readonly state: ResultState;
  readonly pots: readonly SettledPot[];
}

/** The count with the Council's strikes upon it: the count itself stays as it was. */
export function settledResult({ count, decision }: ResultRow): SettledResult {
  const strikes = new Map((decision?.strikes ?? []).map((strike) => [strike.number, strike]));
  return {
    state: decision ? (decision.publishedAt ? 'final' : 'decided') : 'provisional',
    pots: count.pots.map((pot) => settledPot(pot, strikes)),
  };
}

/**
 * Nothing of a result is told before the voting has ended, to anybody.
 *
 * @throws DomainError rule-violated `result.not_closed` with the instant of the closing
 */
export function assertClosed({
  closedAt,
  calendar,
}: Pick<RoundRow, 'closedAt' | 'calendar'>): void {
  if (closedAt) return;
  const { votingUntil } = calendar;
  throw new DomainError('rule-violated', 'result.not_closed', { votingUntil });
}

function settledPot(pot: CountedPot, strikes: ReadonlyMap<number, StrikeRow>): SettledPot {
  const byId = new Map(pot.projects.map((project) => [project.id, project]));
  const winners = pot.winners.flatMap((id) => byId.get(id) ?? []);
  const kept = winners.filter(({ number }) => !strikes.has(number));
  const places = new Map(kept.map(({ id }, place) => [id, place + 1]));
  const settled = pot.projects.map((project): SettledProject => ({
    ...project,
    pot: pot.territory,
    place: places.get(project.id) ?? null,
    strike: strikes.get(project.number) ?? null,
  }));
  return {
    ...pot,
    settled,
    confirmed: kept.map(({ id }) => settled.find((project) => project.id === id)!),
    spentTiyn: kept.reduce((sum, { costTiyn }) => sum + BigInt(costTiyn), 0n),
  };
}
