import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import {
  assertRoomForFile,
  LONGEST_ALTERNATIVE_TEXT,
} from '#rules/participation/proposal-files.js';
import { FileStore } from '#platform/files/file-store.js';
import { keepFile, type TakenFile, takeFile } from '#platform/files/take-file.js';
import type { Upload } from '#platform/files/uploads.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { lockOwnProposal } from './own-proposal.js';
import { assertWritable } from './proposal-assessment.js';
import type { ProposalFileRecord } from './proposal-file.record.js';
import { ProposalPartsRepository } from './proposal-parts.repository.js';
import { assertAuthor } from './proposal.policy.js';
import { ProposalReader } from './proposal.reader.js';
import { ProposalRepository } from './proposal.repository.js';

export interface ProposalFileAddition {
  readonly id: string;
  readonly upload: Upload;
  /** What a photo shows, for those who do not see it. */
  readonly alternativeText: string;
}

/** The author adds a photo or a document to what is being written. */
@Injectable()
export class AddProposalFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalReader,
    private readonly store: FileStore,
  ) {}

  /** @returns the id of the file */
  async run(author: SignedIn, { id, upload, alternativeText }: ProposalFileAddition) {
    assertAuthor(author, await this.proposals.getFor(author, id));
    const taken = await takeFile(upload, v7());
    const text = [...alternativeText.trim()].slice(0, LONGEST_ALTERNATIVE_TEXT).join('');
    await keepFile(this.store, taken, () =>
      this.unitOfWork.run(async (tx) => addFile(tx, author, { id, taken, alternativeText: text })),
    );
    return taken.id;
  }
}

interface Addition {
  readonly id: string;
  readonly taken: TakenFile;
  readonly alternativeText: string;
}

async function addFile(tx: Transaction, author: SignedIn, addition: Addition): Promise<void> {
  const { id, taken } = addition;
  const { round, proposal } = await lockOwnProposal(tx, author, id);
  assertWritable(proposal, round);
  const parts = tx.of(ProposalPartsRepository);
  assertRoomForFile(taken.kind, await parts.countFiles(id, taken.kind));
  await parts.addFile(recordOf(addition, round.now));
  await tx.of(ProposalRepository).change(proposal, {});
}

function recordOf({ id, taken, alternativeText }: Addition, addedAt: Date): ProposalFileRecord {
  const { parts: _parts, ...file } = taken;
  return { ...file, proposalId: id, alternativeText, addedAt };
}
