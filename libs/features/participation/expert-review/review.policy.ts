import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** Acts of the review; who refuses and who re-examines stands in refusal.policy.ts. */
export type ReviewAct =
  | 'check'
  | 'return'
  | 'estimate'
  | 'decide-in-council'
  | 'admit'
  | 'group'
  | 'refuse'
  | 're-examine';

/** `officer`: of the akimat; `expert`: a member of the Expert Council. */
export const REVIEW_ROLES: Readonly<Record<ReviewAct, readonly string[]>> = {
  check: ['officer'],
  return: ['officer'],
  estimate: ['officer'],
  group: ['officer'],
  'decide-in-council': ['officer', 'expert'],
  admit: ['officer', 'expert'],
  refuse: ['officer', 'expert'],
  're-examine': ['officer'],
};

/** Roles that have a desk of the review at all. */
export const REVIEWERS: readonly string[] = ['officer', 'expert'];

/** What decides whether a person may act: the territory of the proposal, and whose it is. */
export interface ReviewedPlace {
  readonly territoryPath: readonly string[];
  readonly authorIds: readonly string[];
}

/**
 * The office in which a person does an act of the review; nobody reviews a proposal of one's own.
 *
 * @throws DomainError forbidden `identity.role_needed`, `review.own_proposal`
 */
export function actingInReview(person: SignedIn, act: ReviewAct, place: ReviewedPlace): Actor {
  const actor = actingAs(person, REVIEW_ROLES[act], place.territoryPath);
  if (place.authorIds.includes(person.personId))
    throw new DomainError('forbidden', 'review.own_proposal');
  return actor;
}

/**
 * Opens the desk of a review: the pages of it are for those who review there, and for nobody else.
 *
 * @throws DomainError forbidden `identity.role_needed`
 */
export function assertReviewsIn(person: SignedIn, territoryPath: readonly string[]): void {
  actingAs(person, REVIEWERS, territoryPath);
}
