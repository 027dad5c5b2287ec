import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { assessAddressee, type PetitionBody } from '#rules/petitions/addressee.js';
import { assessLaunch } from '#rules/petitions/petition-launch.js';
import { assessThreshold } from '#rules/petitions/threshold.js';
import type { RoleHolding } from '#rules/registry/roles.js';
import { type PetitionPlace, thresholdAt } from './petition-place.js';

/** A collection as it is about to address somebody. */
export interface LaunchTry {
  readonly holdings: readonly RoleHolding[];
  readonly body: PetitionBody;
  readonly place: PetitionPlace;
  readonly today: CivilDate;
}

/** Everything against a deputy's addressing this body of this place today. */
export function launchFaults({ holdings, body, place, today }: LaunchTry): readonly Fault[] {
  const launch = assessLaunch({ holdings, territoryPath: place.path, on: today });
  const addressee = assessAddressee({ body, level: place.level }, 'deputy-collection');
  const faults = [...launch, ...addressee];
  return addressee.length > 0
    ? faults
    : [...faults, ...assessThreshold(thresholdAt(place, body, today))];
}
