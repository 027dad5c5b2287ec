import { formatFraction, type Fraction } from '#rules/kernel/fraction.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { Counterfactual } from '#rules/tally/counterfactual.js';
import type { VoteType } from '#rules/tally/election.js';
import type { Reason, Step } from '#rules/tally/outcome.js';
import type { RoundStep } from '#rules/tally/round-count.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';

/** A value as it lies in a document: sums and exact fractions as text, maps as objects. */
export type Stored<T> = T extends bigint
  ? string
  : T extends Fraction
    ? string
    : T extends ReadonlyMap<string, infer V>
      ? Readonly<Record<string, Stored<V>>>
      : T extends readonly (infer E)[]
        ? readonly Stored<E>[]
        : T extends object
          ? { readonly [K in keyof T]: Stored<T[K]> }
          : T;

export type StoredReason = Stored<Reason>;
export type StoredStep = Stored<Step>;

/** A project as it stood at the count: later corrections of its text do not touch a result. */
export interface CountedProject {
  /** Id in the election file: the number on the ballot, padded so that text sorts like numbers. */
  readonly id: string;
  readonly number: number;
  readonly proposal: string;
  readonly title: OfficialText;
  readonly costTiyn: string;
  readonly votes: number;
  readonly points: number;
  readonly reason: StoredReason | null;
  readonly counterfactual: StoredCounterfactual | null;
}

/** `smallest: false` where it was found by counting again and less might do too. */
export type StoredCounterfactual = Stored<Counterfactual> & { readonly smallest?: boolean };

/** One pot's count; `tie` stands where equals could not be told apart by the published rule. */
export interface CountedPot {
  readonly territory: string;
  readonly name: OfficialText;
  readonly budgetTiyn: string;
  readonly costTiyn: string;
  readonly voters: number;
  /** Ids in the sequence of selection. */
  readonly winners: readonly string[];
  readonly tie: { readonly between: readonly string[]; readonly settled: readonly string[] } | null;
  /** Equal shares: what every voter held at first, in tiyn; null for the other rules. */
  readonly purse: string | null;
  readonly steps: readonly StoredStep[];
  readonly projects: readonly CountedProject[];
}

export interface TurnoutCell {
  readonly count: number;
}

/** Who voted, in groups that are large enough to be shown. */
export interface Turnout {
  readonly byTerritory: ShownTurnout<TurnoutCell & { territory: string; name: OfficialText }>;
  readonly byDay: ShownTurnout<TurnoutCell & { day: string }>;
}

/** Cells that are large enough, and how many stand behind the others together. */
export interface ShownTurnout<C> {
  readonly shown: readonly C[];
  readonly rest: number;
}

/** A public draw that settled a tie. */
export interface RecordedDraw {
  readonly seed: string;
  readonly protocolNumber: string;
  readonly text: OfficialText;
}

/** How many ballots in quarantine chose a project. */
export interface QuarantinedCell {
  readonly pot: string;
  /** Id in the election file. */
  readonly id: string;
  readonly number: number;
  readonly count: number;
}

/** Ballots that are set aside: they are in no figure of the count but the turnout. */
export interface QuarantinedTotals extends ShownTurnout<QuarantinedCell> {
  readonly ballots: number;
}

/** A count with everything that a page, a recount and a protocol need; never changed afterwards. */
export interface StoredCount {
  readonly format: 1;
  readonly voteType: VoteType;
  readonly rule: RuleSpec;
  readonly application: readonly RoundStep[];
  readonly minimumVotes: number;
  readonly voters: number;
  readonly pots: readonly CountedPot[];
  readonly turnout: Turnout;
  readonly draw: RecordedDraw | null;
  /** Absent where no ballot is in quarantine. */
  readonly quarantined?: QuarantinedTotals;
}

/** Numbers on the ballot of what the count selected, pot by pot in the sequence of selection. */
export function winningNumbers({ pots }: Pick<StoredCount, 'pots'>): readonly number[] {
  return pots.flatMap(({ winners, projects }) => {
    const numbers = new Map(projects.map(({ id, number }) => [id, number]));
    return winners.flatMap((id) => numbers.get(id) ?? []);
  });
}

/** Writes a value of the counting library for storage. */
export function stored<T>(value: T): Stored<T> {
  return write(value) as Stored<T>;
}

function write(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(write);
  if (value instanceof Map) return fromEntries([...value]);
  return isFraction(value) ? formatFraction(value) : fromEntries(Object.entries(value));
}

function fromEntries(entries: readonly (readonly [string, unknown])[]): unknown {
  return Object.fromEntries(entries.map(([key, part]) => [key, write(part)]));
}

function isFraction(value: object): value is Fraction {
  return 'num' in value && 'den' in value && typeof value.num === 'bigint';
}
