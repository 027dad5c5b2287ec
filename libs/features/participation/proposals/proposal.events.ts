import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const PROPOSAL_SUBMITTED = 'proposal.submitted';
export const PROPOSAL_WITHDRAWN = 'proposal.withdrawn';
export const PROPOSAL_FILE_REMOVED = 'proposal.file_removed';

/** Submitted for the first time, or again after a return (`version` above 1). */
export function proposalSubmitted(proposal: string, version: number): OutboxMessage {
  return { topic: PROPOSAL_SUBMITTED, payload: { proposal, version } };
}

/** `wasOnBallot`: printed lists are out of date. */
export function proposalWithdrawn(proposal: string, wasOnBallot: boolean): OutboxMessage {
  return { topic: PROPOSAL_WITHDRAWN, payload: { proposal, wasOnBallot } };
}

/** The bytes are to be removed from the store once the removal is committed. */
export function proposalFileRemoved(storedName: string): OutboxMessage {
  return { topic: PROPOSAL_FILE_REMOVED, payload: { storedName } };
}
