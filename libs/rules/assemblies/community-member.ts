import { type CivilDate, fullYearsOn } from '#rules/kernel/civil-date.js';

/** What the roll knows of somebody. */
export interface CommunityPerson {
  readonly bornOn: CivilDate;
  readonly isCitizen: boolean;
  /** A foreigner or a stateless person with permanent residence. */
  readonly isPermanentResident: boolean;
  readonly registeredInUnit: boolean;
  /** A court has declared the person incapable. */
  readonly isIncapable: boolean;
  /** Serves a sentence in custody. */
  readonly inCustody: boolean;
}

/** Why somebody has no part in the decisions of the local community. */
export type MembershipGround =
  'not-registered' | 'minor' | 'incapable' | 'in-custody' | 'no-permanent-residence';

/** A member decides and counts for the quorum; a participant is present within the laws. */
export type CommunityStanding =
  | { readonly kind: 'member' }
  | { readonly kind: 'participant' }
  | { readonly kind: 'outside'; readonly grounds: readonly MembershipGround[] };

/**
 * Is one a member of the local community (жергілікті қоғамдастық)? A citizen registered in the unit
 * is; no further condition may be added. Minors, people whom a court declared incapable and those in
 * custody are not.
 *
 * @param memberAge `community.member-age` of the rulebook
 * @law LSG arts. 39-1…39-3, redaction of 2026-07-01 (`law.md` §3)
 * @example communityStandingOn('2026-11-21', { ...aigerim, bornOn: '2008-11-22' }, 18)
 * // → { kind: 'outside', grounds: ['minor'] }
 */
export function communityStandingOn(
  on: CivilDate,
  person: CommunityPerson,
  memberAge: number,
): CommunityStanding {
  const grounds: MembershipGround[] = [];
  if (!person.registeredInUnit) grounds.push('not-registered');
  if (fullYearsOn(person.bornOn, on) < memberAge) grounds.push('minor');
  if (person.isIncapable) grounds.push('incapable');
  if (person.inCustody) grounds.push('in-custody');
  if (!person.isCitizen && !person.isPermanentResident) grounds.push('no-permanent-residence');
  if (grounds.length > 0) return { kind: 'outside', grounds };
  return { kind: person.isCitizen ? 'member' : 'participant' };
}
