import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assertMayBeginDraft, assessAuthor } from '#rules/participation/proposal-author.js';
import { PersonalKeyRepository } from '#platform/identity/personal-key.repository.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundRepository } from '../rounds/round.repository.js';
import {
  assertRoundTakesIn,
  authorLimitsOn,
  faultsOfWriting,
  requirementsOf,
} from './proposal-assessment.js';
import { ProposalPartsRepository } from './proposal-parts.repository.js';
import { changesBy, type ProposalFields } from './proposal-fields.js';
import { sealedBy } from './sealed-fields.js';
import { residencePathOf } from './proposal.policy.js';
import type { ProposalRecord } from './proposal.record.js';
import { ProposalRepository } from './proposal.repository.js';

/** A resident begins a proposal: a draft that only the author and the officers see. */
@Injectable()
export class DraftProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: PersonalKeys,
  ) {}

  /** @returns the id of the draft */
  async run(author: SignedIn, roundId: string, fields: ProposalFields): Promise<string> {
    const draft = newDraft(v7(), author.personId, roundId, fields);
    await this.unitOfWork.run(async (tx) => {
      const round = await tx.of(RoundRepository).getForAdding(roundId);
      assertRoundTakesIn(round);
      const proposals = tx.of(ProposalRepository);
      const load = await proposals.countLoad(author.personId, roundId);
      assertMayBeginDraft(load, authorLimitsOn(round.today));
      assertNoFaults('proposal.invalid', [
        ...assessAuthor(residencePathOf(author), round.territory),
        ...faultsOfWriting(fields, draft, requirementsOf(round)),
      ]);
      const sealed = sealedBy(
        await tx.of(PersonalKeyRepository).get(author.personId, this.keys),
        fields,
      );
      await proposals.add({ ...draft, ...sealed.changes });
      await tx.of(ProposalPartsRepository).putCoauthors(draft.id, sealed.coauthors ?? []);
    });
    return draft.id;
  }
}

function newDraft(
  id: string,
  authorId: string,
  roundId: string,
  fields: ProposalFields,
): ProposalRecord {
  const empty = { ...EMPTY, id, authorId, roundId, createdAt: new Date() };
  return { ...empty, ...changesBy(fields, empty) };
}

const EMPTY = {
  state: 'draft',
  number: null,
  ballotNumber: null,
  potKato: null,
  category: null,
  language: 'kk',
  title: '',
  problem: '',
  idea: '',
  beneficiaries: '',
  titleKk: null,
  titleRu: null,
  address: '',
  latitude: null,
  longitude: null,
  costTiyn: null,
  checkedCostTiyn: null,
  exclusiveGroup: null,
  sealedContact: null,
  correctBy: null,
  searchText: '',
  submittedAt: null,
  version: 1,
} as const;
