import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assessAppealDecision } from '#rules/participation/appeal.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork, type Transaction } from '#platform/persistence/unit-of-work.js';
import type { ProposalRecord } from '../proposals/proposal.record.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import { admit, type AdmissionTerms } from './admit.js';
import { audit, openForReview, type ActRequest, type OpenedProposal } from './open-for-review.js';
import type { ProposalAppealRecord } from './proposal-appeal.record.js';
import { actingAsReExaminer } from './refusal.policy.js';
import { RefusalRepository } from './refusal.repository.js';
import { proposalReviewed } from './review.events.js';
import { ReviewRepository } from './review.repository.js';

/** What another officer decides on the author's remarks. */
export interface ReExamination extends AdmissionTerms {
  /** Null where the form was sent without a choice. */
  readonly decision: 'admitted' | 'refused' | null;
  readonly reasons: OfficialText;
}

interface Examined {
  readonly id: string;
  readonly terms: ReExamination;
  readonly appeal: ProposalAppealRecord;
}

/** An officer who did not refuse examines a refusal again: the proposal is admitted or refused for good. */
@Injectable()
export class DecideAppeal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns the id of the proposal */
  async run(
    { appealId, ...request }: Omit<ActRequest, 'proposalId'> & { readonly appealId: string },
    terms: ReExamination,
  ): Promise<string> {
    const id = v7();
    return this.unitOfWork.run(async (tx) => {
      const appeal = await tx.of(RefusalRepository).getAppeal(appealId);
      const { proposalId } = appeal;
      const opened = await openForReview(
        tx,
        { ...request, proposalId },
        {
          office: (person, place) => actingAsReExaminer(person, place, appeal.refusedBy),
          hold: 'for-change',
        },
      );
      assertDecidable(opened, { id, terms, appeal });
      const changed = await this.carryOut(tx, opened, { id, terms, appeal });
      const { decision, reasons } = terms;
      const matter = { appeal: appealId, decision, reasons };
      await audit(tx, opened, { act: 'proposal.re_examined', changed, matter });
      const outcome = decision === 'admitted' ? 'admitted' : 'refused-for-good';
      await tx.of(OutboxRepository).add(proposalReviewed(changed, outcome));
      return proposalId;
    });
  }

  private async carryOut(
    tx: Transaction,
    opened: OpenedProposal,
    act: Examined,
  ): Promise<ProposalRecord> {
    const { terms, appeal } = act;
    const refusals = tx.of(RefusalRepository);
    const upheld = terms.decision === 'refused';
    await refusals.decideAppeal(appeal.id, decisionRow(opened, terms, upheld));
    if (upheld) {
      await refusals.makeFinal(appeal.refusalId, opened.round.now);
      return tx.of(ProposalRepository).move(opened.proposal, 'uphold-refusal');
    }
    const { estimatedTiyn } = await tx.of(ReviewRepository).getStanding(opened.proposal.id);
    // The re-examination stands above the check and the Council's vote that led to the refusal.
    const standing = { estimatedTiyn, checkPassed: null, councilAdmitted: null };
    return admit(tx, opened, { id: act.id, terms, standing });
  }
}

function assertDecidable({ actor, proposal }: OpenedProposal, act: Examined): void {
  if (proposal.state !== 'appealed') throw new DomainError('conflict', 'appeal.already_decided');
  const faults = assessAppealDecision({
    deciderId: actor.personId,
    refuserIds: [act.appeal.refusedBy],
    authorIds: [act.appeal.filedBy],
    reasons: act.terms.reasons,
  });
  const open = act.terms.decision === null ? [{ code: 'form.choose_one', field: 'decision' }] : [];
  assertNoFaults('appeal.invalid', [...open, ...faults]);
}

function decisionRow({ actor, round }: OpenedProposal, terms: ReExamination, upheld: boolean) {
  return {
    decidedBy: actor.personId,
    postKk: actor.post.kk,
    postRu: actor.post.ru,
    decidedAt: round.now,
    upheld,
    reasonsKk: terms.reasons.kk,
    reasonsRu: terms.reasons.ru,
  };
}
