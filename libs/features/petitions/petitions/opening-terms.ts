import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { PetitionBody } from '#rules/petitions/addressee.js';
import { joiningUntil } from '#rules/petitions/petition-terms.js';
import { assessThreshold } from '#rules/petitions/threshold.js';
import { type LocalOverride, valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import { startOfDay } from '#platform/clock/clock.js';
import { type PetitionPlace, thresholdAt } from './petition-place.js';
import { storedThreshold } from './stored-threshold.js';

/** Whose opening is at hand. */
export interface Opening {
  readonly body: PetitionBody;
  readonly place: PetitionPlace;
  readonly on: CivilDate;
  /** Acts of the territory and of those above it, the nearest first. */
  readonly overrides: readonly LocalOverride[];
}

/**
 * What an opening freezes: the law of its day, the threshold with its figure, the window.
 *
 * @throws DomainError rule-violated `petition.not_openable` where nobody counted the people
 */
export function openingTerms({ body, place, on, overrides }: Opening) {
  const threshold = thresholdAt(place, body, on);
  assertNoFaults('petition.not_openable', assessThreshold(threshold));
  const lastDay = joiningUntil(on);
  return {
    required: threshold!.required,
    threshold: storedThreshold(threshold!),
    rulesOn: on,
    minimumAge: valueForTerritoryOn('petition.signer-age', on, overrides).value,
    lastDay,
    closesAt: startOfDay(addDays(lastDay, 1)),
  };
}
