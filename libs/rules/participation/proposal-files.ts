import { DomainError } from '#rules/kernel/domain-error.js';
import { ORDINARY_REQUIREMENTS } from './proposal-requirements.js';

/** Kinds of files of a proposal. */
export const PROPOSAL_FILE_KINDS = ['photo', 'document'] as const;

export type ProposalFileKind = (typeof PROPOSAL_FILE_KINDS)[number];

/** Most files of each kind in one proposal; no law's. */
export const MOST_FILES: Readonly<Record<ProposalFileKind, number>> = {
  photo: ORDINARY_REQUIREMENTS.photos.max,
  document: 5,
};

/** Longest description of a photo, in characters. */
export const LONGEST_ALTERNATIVE_TEXT = 200;

/**
 * Lets a proposal take one more file of a kind.
 *
 * @throws DomainError rule-violated `proposal.too_many_photos`, `proposal.too_many_documents`
 * @example assertRoomForFile('document', 5) // throws
 */
export function assertRoomForFile(kind: ProposalFileKind, present: number): void {
  const max = MOST_FILES[kind];
  if (present >= max) throw new DomainError('rule-violated', `proposal.too_many_${kind}s`, { max });
}
