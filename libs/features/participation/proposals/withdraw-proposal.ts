import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { ProposalPartsRepository } from './proposal-parts.repository.js';
import type { ProposalRecord } from './proposal.record.js';
import { proposalFileRemoved, proposalWithdrawn } from './proposal.events.js';
import { assertAuthor } from './proposal.policy.js';
import { ProposalRepository } from './proposal.repository.js';

export interface ProposalWithdrawal {
  readonly id: string;
  readonly reason: string;
  /** Version that the author saw; null: whichever there is. */
  readonly version: number | null;
}

/**
 * The author takes a proposal back: a draft is gone, a submitted one stays readable as withdrawn. It
 * leaves the ballot too, as long as the round is not closed.
 */
@Injectable()
export class WithdrawProposal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(author: SignedIn, { id, reason, version }: ProposalWithdrawal): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const proposals = tx.of(ProposalRepository);
      const roundId = await proposals.getRoundId(id);
      const round = await tx.of(RoundRepository).getForChange(roundId);
      const proposal = await proposals.getForChange(id);
      assertAuthor(author, proposal);
      assertCurrent(proposal.version, version);
      if (round.closedAt) throw new DomainError('rule-violated', 'proposal.round_closed');
      if (proposal.state === 'draft') await discard(tx, proposal);
      else await withdraw(tx, proposal, { at: round.now, reason });
    });
  }
}

async function discard(tx: Transaction, { id }: ProposalRecord): Promise<void> {
  const storedNames = await tx.of(ProposalPartsRepository).removeAll(id);
  await tx.of(ProposalRepository).removeDraft(id);
  for (const name of storedNames) await tx.of(OutboxRepository).add(proposalFileRemoved(name));
}

async function withdraw(
  tx: Transaction,
  proposal: ProposalRecord,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<void> {
  const { id: proposalId, authorId: byPerson } = proposal;
  const wasOnBallot = proposal.state === 'admitted';
  await tx.of(ProposalRepository).move(proposal, 'withdraw');
  await tx.of(ProposalPartsRepository).addWithdrawal({ proposalId, byPerson, at, reason });
  if (wasOnBallot) await tx.of(RoundRepository).bumpPaperVersion(proposal.roundId);
  await tx.of(OutboxRepository).add(proposalWithdrawn(proposalId, wasOnBallot));
}
