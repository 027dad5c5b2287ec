import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { lockOwnProposal } from './own-proposal.js';
import { assertWritable } from './proposal-assessment.js';
import { ProposalPartsRepository } from './proposal-parts.repository.js';
import { proposalFileRemoved } from './proposal.events.js';
import { ProposalRepository } from './proposal.repository.js';

/** The author takes a photo or a document out; its bytes follow once that is committed. */
@Injectable()
export class RemoveProposalFile {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(author: SignedIn, id: string, fileId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { round, proposal } = await lockOwnProposal(tx, author, id);
      assertWritable(proposal, round);
      const parts = tx.of(ProposalPartsRepository);
      const file = await parts.getFile(id, fileId);
      await parts.removeFile(fileId);
      await tx.of(ProposalRepository).change(proposal, {});
      await tx.of(OutboxRepository).add(proposalFileRemoved(file.storedName));
    });
  }
}
