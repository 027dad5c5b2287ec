import type { Fault } from '#rules/kernel/domain-error.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { PetitionKind } from './petition-kind.js';

/** Bodies that a petition may address; texts for people are `petitions.bodies.<code>`. */
export const PETITION_BODIES = ['maslikhat', 'akimat', 'akim-office', 'government'] as const;

export type PetitionBody = (typeof PETITION_BODIES)[number];

/** Which body, of a unit of which level. */
export interface Addressee {
  readonly body: PetitionBody;
  readonly level: TerritoryLevel;
}

const WITH_MASLIKHAT = ['maslikhat', 'akimat'] as const;
const WITH_OFFICE = ['akim-office'] as const;

/** A maslikhat stands where the law elects one; below it the akim's office is the executive. */
const BODIES: Readonly<Record<TerritoryLevel, readonly PetitionBody[]>> = {
  republic: ['government'],
  oblast: WITH_MASLIKHAT,
  'republican-city': WITH_MASLIKHAT,
  district: WITH_MASLIKHAT,
  'oblast-city': WITH_MASLIKHAT,
  'city-district': WITH_OFFICE,
  'district-city': WITH_OFFICE,
  settlement: WITH_OFFICE,
  'rural-okrug': WITH_OFFICE,
  village: WITH_OFFICE,
};

/**
 * Bodies of a unit that a petition may address.
 *
 * @law APPC art. 90-3(4)
 * @example bodiesAt('rural-okrug') // → ['akim-office']
 */
export function bodiesAt(level: TerritoryLevel): readonly PetitionBody[] {
  return BODIES[level];
}

/** Is it a body of the centre, which has a longer term for its answer? */
export function isCentral(body: PetitionBody): boolean {
  return body === 'government';
}

/**
 * All faults of an addressee: the body must stand at that level, and a deputy's collection is about
 * matters of local or regional importance.
 *
 * @law APPC art. 90-3(4); LSG art. 21
 * @example assessAddressee({ body: 'maslikhat', level: 'rural-okrug' }, 'deputy-collection')
 * // → [{ code: 'petition.body_not_there', field: 'addressee', … }]
 */
export function assessAddressee({ body, level }: Addressee, kind: PetitionKind): readonly Fault[] {
  const field = 'addressee';
  if (!bodiesAt(level).includes(body)) {
    const details = { body, level, possible: bodiesAt(level) };
    return [{ code: 'petition.body_not_there', field, details }];
  }
  const isOutOfReach = kind === 'deputy-collection' && isCentral(body);
  return isOutOfReach ? [{ code: 'petition.central_body', field }] : [];
}
