import { Injectable } from '@nestjs/common';
import { isEditableByAuthor } from '#rules/participation/proposal-lifecycle.js';
import { assertAuthor } from '#features/participation/proposals/proposal.policy.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { SignedIn } from '#platform/identity/signed-in.js';

/** What a person is writing, with the round that it is for. */
export interface OwnDraft {
  readonly proposal: ProposalRow;
  readonly round: RoundRow;
}

/** Finds proposals that a person is writing. */
@Injectable()
export class OwnDrafts {
  constructor(
    private readonly proposals: ProposalReader,
    private readonly rounds: RoundReader,
  ) {}

  /** @throws DomainError not-found when it is not there or not the person's own */
  async get(person: SignedIn, id: string): Promise<OwnDraft> {
    const proposal = await this.proposals.getFor(person, id);
    assertAuthor(person, proposal);
    return { proposal, round: await this.rounds.getPublic(proposal.roundId) };
  }
}

/** Where a submitted proposal is shown to its author instead of the form; null while it is written. */
export function placeAfterWriting({ id, number, state }: ProposalRow): string | null {
  return isEditableByAuthor(state) ? null : `/my/proposals/${number ?? id}`;
}
