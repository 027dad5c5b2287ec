import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Transaction } from '#platform/persistence/unit-of-work.js';
import type { RoundRow } from '../rounds/round-row.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { assertAuthor } from './proposal.policy.js';
import type { ProposalRecord } from './proposal.record.js';
import { ProposalRepository } from './proposal.repository.js';

/** An author's proposal and its round, locked in this sequence for a change by the author. */
export interface OwnProposal {
  readonly round: RoundRow;
  readonly proposal: ProposalRecord;
}

/** @throws DomainError not-found `proposal.not_found` when it is not there or not the person's own */
export async function lockOwnProposal(
  tx: Transaction,
  person: SignedIn,
  id: string,
): Promise<OwnProposal> {
  const proposals = tx.of(ProposalRepository);
  const roundId = await proposals.getRoundId(id);
  const round = await tx.of(RoundRepository).getForAdding(roundId);
  const proposal = await proposals.getForChange(id);
  assertAuthor(person, proposal);
  return { round, proposal };
}
