import { DomainError } from '#rules/kernel/domain-error.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';
import type { SignedIn } from '#platform/identity/signed-in.js';

/** Roles that look at what residents have not published yet. */
const REVIEWERS = ['officer', 'expert'];

/** What decides who may see a proposal. */
export interface SeenProposal {
  readonly authorId: string;
  readonly state: ProposalState;
  /** Given at the first submission. */
  readonly number: string | null;
  /** KATO codes from the top down to the round's territory. */
  readonly roundTerritoryPath: readonly string[];
}

/** Does the person see all of it: contact, co-authors' names, drafts? */
export function canSeeAll(person: SignedIn | undefined, proposal: SeenProposal): boolean {
  if (!person) return false;
  if (person.personId === proposal.authorId) return true;
  return person.roles.some(
    (held) => REVIEWERS.includes(held.role) && proposal.roundTerritoryPath.includes(held.territory),
  );
}

/** Does the person see the proposal at all? What was once submitted stays readable by everybody. */
export function canSee(person: SignedIn | undefined, proposal: SeenProposal): boolean {
  return proposal.number !== null || canSeeAll(person, proposal);
}

/** Does the person see its photos and documents? Those of what was withdrawn are not public. */
export function canSeeFiles(person: SignedIn | undefined, proposal: SeenProposal): boolean {
  return areFilesPublic(proposal) || canSeeAll(person, proposal);
}

export function areFilesPublic({ number, state }: Pick<SeenProposal, 'number' | 'state'>): boolean {
  return number !== null && state !== 'withdrawn';
}

/**
 * The author alone changes, submits and withdraws; to others the proposal is not there.
 *
 * @throws DomainError not-found `proposal.not_found`
 */
export function assertAuthor(person: SignedIn, proposal: Pick<SeenProposal, 'authorId'>): void {
  if (person.personId !== proposal.authorId)
    throw new DomainError('not-found', 'proposal.not_found');
}

/** KATO codes from the top down to where the person is registered. */
export function residencePathOf(person: SignedIn): readonly string[] {
  return person.roles.find((held) => held.role === 'resident')?.territoryPath ?? [];
}
