import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { assessSitting, decide } from '#rules/participation/council-decision.js';
import type { CouncilVote } from '#rules/participation/council-vote.js';
import { type CriterionFinding, assessFindings } from '#rules/participation/evaluation-criteria.js';
import { nextState } from '#rules/participation/proposal-lifecycle.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import type { CouncilVoteRecord } from './council-vote.record.js';
import { LocalProcedureReader } from './local-procedure.reader.js';
import { actOf, audit, openForReview, type ActRequest } from './open-for-review.js';
import { actingInReview } from './review.policy.js';
import { ReviewRepository } from './review.repository.js';
import { councilProcedure } from './review-terms.js';

/** The Council's vote on one proposal as its secretary reads it from the protocol. */
export interface CouncilRecord {
  readonly protocolNumber: string;
  readonly votes: readonly CouncilVote[];
  /** On the Council's own criteria; may be left out where the protocol does not list them. */
  readonly findings: readonly CriterionFinding[];
}

/**
 * The Expert Council's decision goes on record. It admits or refuses nothing by itself: that is
 * done by the admission or the refusal, which may not go against it.
 */
@Injectable()
export class RecordCouncilDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly local: LocalProcedureReader,
  ) {}

  async run(request: ActRequest, record: CouncilRecord): Promise<void> {
    const id = v7();
    const overrides = await this.local.listOf(request.proposalId);
    await this.unitOfWork.run(async (tx) => {
      const opened = await openForReview(tx, request, {
        office: (person, place) => actingInReview(person, 'decide-in-council', place),
        hold: 'for-adding',
      });
      const { proposal, round } = opened;
      nextState(proposal.state, 'admit');
      const reviews = tx.of(ReviewRepository);
      const path = [...round.territoryPath, proposal.potKato ?? round.territory];
      const memberIds = await reviews.listCouncil(path, round.today);
      const procedure = councilProcedure({ round, overrides });
      const sitting = { votes: record.votes, memberIds };
      assertNoFaults('council.invalid', [
        ...recordFaults(record),
        ...assessSitting(sitting, procedure),
      ]);
      const { members, required, admitted } = decide(sitting, procedure);
      const { protocolNumber, findings } = record;
      const decision = { protocolNumber, members, required, admitted, findings };
      await reviews.addDecision({ ...actOf(opened, id), ...decision }, record.votes.map(stored));
      const changed = await tx.of(ProposalRepository).change(proposal, {});
      const matter = { ...decision, votes: record.votes };
      await audit(tx, opened, { act: 'proposal.decided_in_council', changed, matter });
    });
  }
}

function recordFaults({ protocolNumber, findings }: CouncilRecord): readonly Fault[] {
  const faults = findings.length === 0 ? [] : assessFindings('council', findings);
  if (protocolNumber.trim() !== '') return faults;
  return [{ code: 'council.protocol_missing', field: 'protocolNumber' }, ...faults];
}

function stored(cast: CouncilVote): Pick<CouncilVoteRecord, 'expertId' | 'vote'> {
  return { expertId: cast.memberId, vote: cast.hasConflict ? 'conflict' : cast.vote };
}
