import { type Fault, assertNoFaults } from '#rules/kernel/domain-error.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import {
  lawfulRoundValuesOn,
  type LawfulRoundValues,
} from '#rules/participation/lawful-round-values.js';
import type { BudgetPlace } from '#rules/participation/national-scope.js';
import { assessRound } from '#rules/participation/round-assessment.js';
import type { RoundPot } from '#rules/participation/round-draft.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { type LocalOverride, valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import type { TerritoryRow } from '../../registry/territories/territory.reader.js';
import { columnsOfBallot } from './ballot-columns.js';
import { legalBasisOf } from './legal-basis.js';
import {
  completeBallot,
  completeRule,
  daysOf,
  instantsOf,
  pastFaults,
  type RoundRequest,
} from './round-request.js';
import { momentsOf } from './round-row.js';
import type { NewPot, NewRound } from './round.repository.js';

/** Where and when a round is set up, as the registry and the database clock know it. */
export interface RoundPlace {
  readonly territory: string;
  readonly year: number;
  readonly place: BudgetPlace;
  readonly potUnits: readonly TerritoryRow[];
  /** Local acts of the territory and of the units above it, the nearest and latest first. */
  readonly overrides: readonly LocalOverride[];
  readonly today: CivilDate;
  readonly now: Date;
}

export interface PreparedRound {
  readonly columns: Omit<NewRound, 'id' | 'copiedFrom'>;
  readonly pots: readonly NewPot[];
  readonly warnings: readonly Fault[];
}

/**
 * A round ready to be stored: what was left out completed from the rulebook of the day, and the
 * whole of it held to the law.
 *
 * @throws DomainError rule-violated `round.invalid` with all faults
 */
export function prepareRound(request: RoundRequest, where: RoundPlace): PreparedRound {
  const pots = request.pots.map((pot) => withUnit(pot, where.potUnits));
  const potLevels = pots.map((pot) => pot.level);
  const lawful = lawfulRoundValuesOn({ ...where, potLevels }, where.today);
  const round = completed(request, where, lawful);
  const assessment = assessRound({ ...round, pots, territory: where.territory }, lawful);
  assertNoFaults('round.invalid', [...assessment.faults, ...pastFaults(round.instants, where.now)]);
  return {
    columns: {
      ...columnsOf(round, where),
      nationalScope: lawful.scope.applies,
      legalBasis: legalBasisOf(where.today, lawful, assessment.warnings),
    },
    pots: pots.map(({ territory, amountTiyn }) => ({ territoryKato: territory, amountTiyn })),
    warnings: assessment.warnings,
  };
}

type CompletedRound = ReturnType<typeof completed>;

function completed(
  request: RoundRequest,
  { today, overrides }: RoundPlace,
  lawful: LawfulRoundValues,
) {
  const instants = instantsOf(request.calendar, lawful.days);
  return {
    title: request.title,
    ballot: completeBallot(
      request.ballot,
      valueForTerritoryOn('participation.projects-per-ballot', today, overrides).value,
    ),
    rule: completeRule(request.rule),
    minimumVotes: request.minimumVotes ?? lawful.minimumVotes?.votes ?? 0,
    minimumAge: valueOn('participation.voter-age', today),
    costCapTiyn: request.costCapTiyn ?? lawful.costCap?.capTiyn ?? null,
    replacingAllowed: request.replacingAllowed ?? true,
    secrecy: request.secrecy ?? ('presence' as const),
    instants,
    calendar: momentsOf(instants),
    days: daysOf(instants),
    ownCalendarAct: request.ownCalendarAct ?? null,
    group07SpendingTiyn: request.group07SpendingTiyn ?? null,
  };
}

function columnsOf(round: CompletedRound, { territory, year }: RoundPlace) {
  const { title, ballot, instants, calendar: _calendar, days: _days, ...rest } = round;
  return {
    territoryKato: territory,
    year,
    titleKk: title.kk,
    titleRu: title.ru,
    titleEn: title.en ?? null,
    ...columnsOfBallot(ballot),
    ...instants,
    ...rest,
  };
}

/** A unit that is not in the registry has no path and so lies outside the round's territory. */
function withUnit(pot: RoundRequest['pots'][number], units: readonly TerritoryRow[]): RoundPot {
  const unit = units.find((candidate) => candidate.kato === pot.territory);
  return {
    ...pot,
    level: (unit?.level ?? 'village') as TerritoryLevel,
    territoryPath: unit?.path ?? [],
  };
}
