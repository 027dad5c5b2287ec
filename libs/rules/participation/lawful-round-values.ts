import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fraction } from '#rules/kernel/fraction.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { type LegalSource, monthDayIn } from '#rules/rulebook/legal-value.js';
import type { MinimumVotesKind } from '#rules/rulebook/minimum-votes.js';
import type { ParticipationWindowValues } from '#rules/rulebook/participation-windows.js';
import { getRowOn } from '#rules/rulebook/value-on.js';
import { type CostCap, costCapOn } from './cost-cap.js';
import { type BudgetPlace, type NationalScope, nationalScopeOn } from './national-scope.js';
import type { RoundDays } from './round-draft.js';

/** A day of the national calendar in the round's year, with its source. */
export interface LawfulDay {
  readonly day: CivilDate;
  readonly source: LegalSource;
}

/** The least votes of a winner. Where the wording is ambiguous, `floor` is its lowest reading. */
export interface LawfulMinimumVotes {
  readonly votes: number;
  readonly floor: number;
  readonly source: LegalSource;
}

/** A share of the city's spending, with its source. */
export interface LawfulShare {
  readonly share: Fraction;
  readonly source: LegalSource;
}

/** What the law says about a round of one place and year; parts are null outside the national rule. */
export interface LawfulRoundValues {
  readonly scope: NationalScope;
  readonly announcementBy: LawfulDay;
  readonly councilCreatedBy: LawfulDay;
  /** Also what a round is prefilled with. */
  readonly days: Readonly<Record<keyof RoundDays, LawfulDay>>;
  readonly minimumVotes: LawfulMinimumVotes | null;
  readonly costCap: CostCap | null;
  readonly group07Floor: LawfulShare | null;
}

/** The round asked about. */
export interface RoundQuestion {
  readonly place: BudgetPlace;
  /** Levels of the territories that get money. */
  readonly potLevels: readonly TerritoryLevel[];
  readonly year: number;
}

/**
 * The legal values of a round, by the rulebook of one day.
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date`
 * @example lawfulRoundValuesOn({ place, potLevels: ['city-district'], year: 2027 }, '2026-11-21')
 */
export function lawfulRoundValuesOn(question: RoundQuestion, on: CivilDate): LawfulRoundValues {
  const scope = scopeOfRound(question, on);
  const dayOf = lawfulDayReader(question.year, on);
  return {
    scope,
    announcementBy: dayOf('participation.announcement-by'),
    councilCreatedBy: dayOf('participation.council-created-by'),
    days: {
      intakeFrom: dayOf('participation.intake-from'),
      intakeUntil: dayOf('participation.intake-until'),
      reviewUntil: dayOf('participation.review-until'),
      votingFrom: dayOf('participation.voting-from'),
      votingUntil: dayOf('participation.voting-until'),
      decisionBy: dayOf('participation.decision-by'),
    },
    ...nationalLimitsOn(scope, on),
  };
}

/** A city with districts sets up one round for all of them: their rule is the round's. */
function scopeOfRound({ place, potLevels }: RoundQuestion, on: CivilDate): NationalScope {
  const hasDistrictPot = potLevels.includes('city-district');
  const isCity = place.level === 'republican-city' || place.level === 'oblast-city';
  if (!isCity || !hasDistrictPot) return nationalScopeOn(place, on);
  return nationalScopeOn({ ...place, level: 'city-district', parentLevel: place.level }, on);
}

function lawfulDayReader(year: number, on: CivilDate) {
  return (key: keyof ParticipationWindowValues): LawfulDay => {
    const row = getRowOn(key, on);
    return { day: monthDayIn(year, row.value), source: row.source };
  };
}

function nationalLimitsOn(
  scope: NationalScope,
  on: CivilDate,
): Pick<LawfulRoundValues, 'minimumVotes' | 'costCap' | 'group07Floor'> {
  if (!scope.applies) return { minimumVotes: null, costCap: null, group07Floor: null };
  const floor = getRowOn(`participation.group-07-floor.${scope.kind}`, on);
  return {
    minimumVotes: minimumVotesOn(scope.minimumVotesKind, on),
    costCap: costCapOn(scope.kind, on),
    group07Floor: { share: floor.value, source: floor.source },
  };
}

function minimumVotesOn(kind: MinimumVotesKind, on: CivilDate): LawfulMinimumVotes {
  const row = getRowOn(`participation.minimum-votes.${kind}`, on);
  const isAmbiguous = row.note === 'wording-ambiguous';
  const lowest = getRowOn('participation.minimum-votes.other-settlement', on).value;
  return { votes: row.value, floor: isAmbiguous ? lowest : row.value, source: row.source };
}
