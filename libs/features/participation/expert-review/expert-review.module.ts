import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LocalActsModule } from '../../registry/local-acts/local-acts.module.js';
import { AdmitProposal } from './admit-proposal.js';
import { AppealRefusal } from './appeal-refusal.js';
import { CheckProposal } from './check-proposal.js';
import { ConfirmUnansweredRefusals } from './confirm-unanswered-refusals.js';
import { CouncilDecisionRecord } from './council-decision.record.js';
import { CouncilVoteRecord } from './council-vote.record.js';
import { CouncilReader } from './council.reader.js';
import { DecideAppeal } from './decide-appeal.js';
import { EstimateProposal } from './estimate-proposal.js';
import { FormalCheckRecord } from './formal-check.record.js';
import { GroupProposal } from './group-proposal.js';
import { LocalProcedureReader } from './local-procedure.reader.js';
import { ProposalAdmissionRecord } from './proposal-admission.record.js';
import { ProposalAppealRecord } from './proposal-appeal.record.js';
import { ProposalRefusalRecord } from './proposal-refusal.record.js';
import { ProposalReturnRecord } from './proposal-return.record.js';
import { ProposalReviewReader } from './proposal-review.reader.js';
import { RecordCouncilDecision } from './record-council-decision.js';
import { RefuseProposal } from './refuse-proposal.js';
import { ReturnProposal } from './return-proposal.js';
import { ReviewInboxReader } from './review-inbox.reader.js';
import { TechnicalEstimateRecord } from './technical-estimate.record.js';

const RECORDS = [
  FormalCheckRecord,
  ProposalReturnRecord,
  TechnicalEstimateRecord,
  CouncilDecisionRecord,
  CouncilVoteRecord,
  ProposalAdmissionRecord,
  ProposalRefusalRecord,
  ProposalAppealRecord,
];

const ACTS = [
  CheckProposal,
  ReturnProposal,
  EstimateProposal,
  RecordCouncilDecision,
  AdmitProposal,
  RefuseProposal,
  AppealRefusal,
  DecideAppeal,
  ConfirmUnansweredRefusals,
  GroupProposal,
];

const READERS = [ProposalReviewReader, ReviewInboxReader, CouncilReader];

/** The review of proposals: check, estimate, Expert Council, admission, refusal, re-examination. */
@Module({
  imports: [LocalActsModule, TypeOrmModule.forFeature(RECORDS)],
  providers: [...ACTS, ...READERS, LocalProcedureReader],
  exports: [...ACTS, ...READERS],
})
export class ExpertReviewModule {}
