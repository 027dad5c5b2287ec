import type { OutboxMessage } from '#platform/outbox/outbox-message.js';
import type { ProposalRecord } from '../proposals/proposal.record.js';

export const PROPOSAL_REVIEWED = 'proposal.reviewed';

/** What the author is told of. */
export type ReviewOutcome = 'returned' | 'admitted' | 'refused' | 'refused-for-good';

/** The author is to hear what became of the proposal; the version tells one outcome from the next. */
export function proposalReviewed(
  { id, version }: Pick<ProposalRecord, 'id' | 'version'>,
  outcome: ReviewOutcome,
): OutboxMessage {
  return { topic: PROPOSAL_REVIEWED, payload: { proposal: id, version, outcome } };
}
