import { DomainError } from '#rules/kernel/domain-error.js';
import { canDecideAppeal } from '#rules/participation/appeal.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Actor } from '../../registry/officers/actor.js';
import { actingInReview, type ReviewedPlace } from './review.policy.js';

/** Who may refuse a proposal: an officer of the akimat or a member of the Expert Council. */
export function actingAsRefuser(person: SignedIn, place: ReviewedPlace): Actor {
  return actingInReview(person, 'refuse', place);
}

/**
 * Who may re-examine a refusal: an officer who neither wrote it nor is an author.
 *
 * @throws DomainError forbidden `identity.role_needed`, `review.own_proposal`,
 * `appeal.decided_by_refuser`
 */
export function actingAsReExaminer(
  person: SignedIn,
  place: ReviewedPlace,
  refusedBy: string,
): Actor {
  const actor = actingInReview(person, 're-examine', place);
  const deciderId = person.personId;
  if (!canDecideAppeal({ deciderId, refuserIds: [refusedBy], authorIds: [] }))
    throw new DomainError('forbidden', 'appeal.decided_by_refuser');
  return actor;
}
