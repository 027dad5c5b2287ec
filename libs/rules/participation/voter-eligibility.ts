import { type CivilDate, fullYearsOn } from '#rules/kernel/civil-date.js';
import type { ErrorDetails } from '#rules/kernel/domain-error.js';

/** An age that no living resident of a roll is believed to have; not a number of the law. */
export const OLDEST_PLAUSIBLE_AGE = 110;

/** What the roll knows about a resident. */
export interface VoterRecord {
  readonly bornOn: CivilDate;
  /** Registration at residence; null where the register does not answer. */
  readonly registration: {
    /** Codes of the territory and of every unit above it, in any sequence. */
    readonly territoryPath: readonly string[];
    readonly from: CivilDate;
    readonly until: CivilDate | null;
  } | null;
}

/** What the round asks of a voter. */
export interface VoterRule {
  /** KATO code of the round's territory. */
  readonly territory: string;
  /** Full years, from the rulebook (`participation.voter-age`). */
  readonly voterAge: number;
}

/** What a refused resident can do; texts for people are `waysOut.<code>`. */
export type VoterWayOut = 'wait-until-adult' | 'visit-desk' | 'vote-where-registered';

/** One reason why a resident may not vote, and the way out. */
export interface VoterRefusal {
  readonly code:
    | 'voter.under_age'
    | 'voter.age_implausible'
    | 'voter.registration_unknown'
    | 'voter.registered_elsewhere'
    | 'voter.not_registered_that_day';
  readonly wayOut: VoterWayOut;
  readonly details: ErrorDetails;
}

/**
 * All reasons why a resident may not vote in a round on a day; none means eligible.
 *
 * An adult who on that very day is registered in the round's territory votes, whatever the
 * citizenship: the rule says residents.
 *
 * @law PR p. 82
 * @example assessVoter(asel, { territory: '391000000', voterAge: 18 }, '2027-04-14') // → []
 */
export function assessVoter(
  voter: VoterRecord,
  rule: VoterRule,
  on: CivilDate,
): readonly VoterRefusal[] {
  return [...ageRefusals(voter.bornOn, rule.voterAge, on), ...residenceRefusals(voter, rule, on)];
}

/**
 * Which of the round's pots a resident decides on: those of the units that the residence lies in.
 *
 * @example potsOpenTo(['391000000', '391010000'], ['391000000', '391010000', '391020000'])
 * // → ['391000000', '391010000']
 */
export function potsOpenTo(
  territoryPath: readonly string[],
  potTerritories: readonly string[],
): readonly string[] {
  return potTerritories.filter((territory) => territoryPath.includes(territory));
}

function ageRefusals(bornOn: CivilDate, voterAge: number, on: CivilDate): readonly VoterRefusal[] {
  const age = fullYearsOn(bornOn, on);
  if (age < voterAge) {
    return [{ code: 'voter.under_age', wayOut: 'wait-until-adult', details: { voterAge } }];
  }
  if (age > OLDEST_PLAUSIBLE_AGE) {
    return [{ code: 'voter.age_implausible', wayOut: 'visit-desk', details: {} }];
  }
  return [];
}

function residenceRefusals(
  { registration }: VoterRecord,
  { territory }: VoterRule,
  on: CivilDate,
): readonly VoterRefusal[] {
  if (registration === null) {
    return [{ code: 'voter.registration_unknown', wayOut: 'visit-desk', details: {} }];
  }
  if (!registration.territoryPath.includes(territory)) {
    const wayOut = 'vote-where-registered';
    return [{ code: 'voter.registered_elsewhere', wayOut, details: { territory } }];
  }
  const { from, until } = registration;
  if (on < from || (until !== null && until < on)) {
    return [{ code: 'voter.not_registered_that_day', wayOut: 'visit-desk', details: { from } }];
  }
  return [];
}
