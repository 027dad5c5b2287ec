import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { BallotRule } from './ballot-rule.js';
import type { RoundCalendar } from './round-phase.js';

/** Days of a round in the town's zone; the first and the last day of a window both belong to it. */
export type RoundDays = Readonly<Record<keyof RoundCalendar, CivilDate>>;

/** Money for one territory: the city, or one of its districts. */
export interface RoundPot {
  readonly territory: string;
  readonly level: TerritoryLevel;
  /** Codes of the territory and of every unit above it, in any sequence. */
  readonly territoryPath: readonly string[];
  readonly amountTiyn: Tiyn;
}

/** A round as an officer sets it up. */
export interface RoundDraft {
  readonly territory: string;
  readonly title: OfficialText;
  readonly pots: readonly RoundPot[];
  readonly ballot: BallotRule;
  readonly minimumVotes: number;
  /** The round's own cap of one project, where it sets a lower one. */
  readonly costCapTiyn: Tiyn | null;
  readonly calendar: RoundCalendar;
  readonly days: RoundDays;
  /**
   * The akimat's own act that sets another calendar than the national one, as some cities have it;
   * null where there is none. It turns departures from the national days into public warnings.
   */
  readonly ownCalendarAct: string | null;
  /** Yearly spending in functional group 07 as PR p. 77 counts it; null where not given. */
  readonly group07SpendingTiyn: Tiyn | null;
}

/** What stands against a round, and what its officers and the public should know. */
export interface RoundAssessment {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export const NOTHING_FOUND: RoundAssessment = { faults: [], warnings: [] };

/** Puts several assessments together. */
export function joinAssessments(parts: readonly RoundAssessment[]): RoundAssessment {
  return {
    faults: parts.flatMap((part) => part.faults),
    warnings: parts.flatMap((part) => part.warnings),
  };
}
