import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { PersonalKeyRepository } from '#platform/identity/personal-key.repository.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { lockOwnProposal } from './own-proposal.js';
import { assertWritable, faultsOfWriting, requirementsOf } from './proposal-assessment.js';
import { changesBy, type ProposalFields } from './proposal-fields.js';
import { ProposalPartsRepository } from './proposal-parts.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { sealedBy } from './sealed-fields.js';

export interface ProposalEdit {
  readonly id: string;
  readonly fields: ProposalFields;
  /** Version that the author saw; null: whichever there is. */
  readonly version: number | null;
}

/** The author writes on: a draft, or a proposal returned to be corrected. */
@Injectable()
export class EditProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: PersonalKeys,
  ) {}

  async run(author: SignedIn, { id, fields, version }: ProposalEdit): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { round, proposal } = await lockOwnProposal(tx, author, id);
      assertCurrent(proposal.version, version);
      assertWritable(proposal, round);
      const changes = changesBy(fields, proposal);
      const changed = { ...proposal, ...changes };
      assertNoFaults('proposal.invalid', faultsOfWriting(fields, changed, requirementsOf(round)));
      const sealed = sealedBy(
        await tx.of(PersonalKeyRepository).get(author.personId, this.keys),
        fields,
      );
      await tx.of(ProposalRepository).change(proposal, { ...changes, ...sealed.changes });
      if (sealed.coauthors) await tx.of(ProposalPartsRepository).putCoauthors(id, sealed.coauthors);
    });
  }
}
