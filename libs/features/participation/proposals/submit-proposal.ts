import { Injectable } from '@nestjs/common';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { assessAuthor, assessLoad } from '#rules/participation/proposal-author.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { lockOwnProposal, type OwnProposal } from './own-proposal.js';
import { assertWritable, authorLimitsOn, faultsOf, requirementsOf } from './proposal-assessment.js';
import { proposalSubmitted } from './proposal.events.js';
import { residencePathOf } from './proposal.policy.js';
import { ProposalPartsRepository } from './proposal-parts.repository.js';
import { ProposalRepository } from './proposal.repository.js';

export interface ProposalSubmission {
  readonly id: string;
  /** Version that the author saw; null: whichever there is. */
  readonly version: number | null;
}

/** The author submits a draft, or what was returned to be corrected; it keeps its first number. */
@Injectable()
export class SubmitProposal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns the number of the proposal */
  async run(author: SignedIn, { id, version }: ProposalSubmission): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const own = await lockOwnProposal(tx, author, id);
      assertCurrent(own.proposal.version, version);
      assertWritable(own.proposal, own.round);
      assertNoFaults('proposal.incomplete', await faultsBeforeSubmission(tx, author, own));
      return submit(tx, own);
    });
  }
}

async function faultsBeforeSubmission(
  tx: Transaction,
  author: SignedIn,
  { round, proposal }: OwnProposal,
): Promise<readonly Fault[]> {
  const proposals = tx.of(ProposalRepository);
  const photos = await tx.of(ProposalPartsRepository).countFiles(proposal.id, 'photo');
  const faults = faultsOf(proposal, photos, requirementsOf(round));
  if (proposal.state === 'returned') return faults;
  const load = await proposals.countLoad(author.personId, round.id);
  return [
    ...assessAuthor(residencePathOf(author), round.territory),
    ...assessLoad(load, authorLimitsOn(round.today)),
    ...faults,
  ];
}

async function submit(tx: Transaction, { round, proposal }: OwnProposal): Promise<string> {
  const proposals = tx.of(ProposalRepository);
  const by = { person: proposal.authorId, inOffice: false, reason: null };
  const version = await tx.of(ProposalPartsRepository).addVersion(proposal, by, round.now);
  await tx.of(OutboxRepository).add(proposalSubmitted(proposal.id, version));
  // Last, for everybody who submits at the same moment waits for it.
  const number = proposal.number ?? (await proposals.nextNumber(round.year));
  const submittedAt = proposal.submittedAt ?? round.now;
  await proposals.move(proposal, 'submit', { number, submittedAt, correctBy: null });
  return number;
}
