import { formatTenge } from '#rules/kernel/money.js';
import {
  lawfulRoundValuesOn,
  type LawfulRoundValues,
} from '#rules/participation/lawful-round-values.js';
import { assessRoundDays } from '#rules/participation/round-days.js';
import type { RoundDays } from '#rules/participation/round-draft.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import type { RoundPlace } from '#features/participation/rounds/prepare-round.js';
import { CALENDAR_FIELDS, daysOf } from '#features/participation/rounds/round-request.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { type RoundForm, typedDay } from './round-form.js';

/** What the law gives to a new round of this place, districts included. */
export function lawfulFor(where: RoundPlace): LawfulRoundValues {
  const potLevels = where.potUnits.map((unit) => unit.level as TerritoryLevel);
  return lawfulRoundValuesOn({ ...where, potLevels }, where.today);
}

/** A new round's form, prefilled from the rulebook and the local acts of the place. */
export function prefilledForm(where: RoundPlace, lawful: LawfulRoundValues): RoundForm {
  const { today, overrides } = where;
  const perBallot = valueForTerritoryOn('participation.projects-per-ballot', today, overrides);
  return {
    titleKk: '',
    titleRu: '',
    titleEn: '',
    pots: {},
    ballotKind: 'approval',
    ballotMax: String(perBallot.value),
    ballotPoints: '',
    rule: 'greedy',
    minimumVotes: String(lawful.minimumVotes?.votes ?? 0),
    costCap: lawful.costCap === null ? '' : formatTenge(lawful.costCap.capTiyn),
    replacing: 'yes',
    secrecy: 'presence',
    dates: typedDays(lawfulDays(lawful)),
    ownCalendarAct: '',
  };
}

/** The form of a round that exists. */
export function formOfRound(round: RoundRow): RoundForm {
  const { ballot } = round;
  return {
    titleKk: round.title.kk,
    titleRu: round.title.ru,
    titleEn: round.title.en ?? '',
    pots: Object.fromEntries(round.pots.map((pot) => [pot.territory, formatTenge(pot.amountTiyn)])),
    ballotKind: ballot.kind,
    ballotMax: 'max' in ballot ? String(ballot.max) : gradeOf(ballot),
    ballotPoints: ballot.kind === 'cumulative' ? String(ballot.points) : '',
    rule: round.rule.name,
    minimumVotes: String(round.minimumVotes),
    costCap: round.costCapTiyn === null ? '' : formatTenge(round.costCapTiyn),
    replacing: round.replacingAllowed ? 'yes' : 'no',
    secrecy: round.secrecy,
    dates: typedDays(daysOf(round.calendar)),
    ownCalendarAct: round.ownCalendarAct ?? '',
  };
}

/** What to be told about the lawful days themselves, before anything is typed. */
export function warningsOfLawfulDays(lawful: LawfulRoundValues) {
  return assessRoundDays({ days: lawfulDays(lawful), ownCalendarAct: null }, lawful).warnings;
}

function gradeOf(ballot: RoundRow['ballot']): string {
  return ballot.kind === 'scoring' ? String(ballot.maxPoints) : '';
}

function lawfulDays({ days }: LawfulRoundValues): RoundDays {
  const entries = CALENDAR_FIELDS.map((field) => [field, days[field].day]);
  return Object.fromEntries(entries) as RoundDays;
}

function typedDays(days: RoundDays): RoundForm['dates'] {
  const entries = CALENDAR_FIELDS.map((field) => [field, typedDay(days[field])]);
  return Object.fromEntries(entries) as RoundForm['dates'];
}
