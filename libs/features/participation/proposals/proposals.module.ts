import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '#platform/files/files.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { AddProposalFile } from './add-proposal-file.js';
import { DraftProposal } from './draft-proposal.js';
import { EditProposal } from './edit-proposal.js';
import { LapseUncorrectedProposals } from './lapse-uncorrected-proposals.js';
import { ProjectReader } from './project.reader.js';
import { ProposalCoauthorRecord } from './proposal-coauthor.record.js';
import { ProposalFileRecord } from './proposal-file.record.js';
import { ProposalVersionRecord } from './proposal-version.record.js';
import { ProposalWithdrawalRecord } from './proposal-withdrawal.record.js';
import { ProposalReader } from './proposal.reader.js';
import { ProposalRecord } from './proposal.record.js';
import { RemoveProposalFile } from './remove-proposal-file.js';
import { SimilarProposalReader } from './similar-proposal.reader.js';
import { SubmitProposal } from './submit-proposal.js';
import { WithdrawProposal } from './withdraw-proposal.js';

const RECORDS = [
  ProposalRecord,
  ProposalVersionRecord,
  ProposalCoauthorRecord,
  ProposalFileRecord,
  ProposalWithdrawalRecord,
];

const READERS = [ProposalReader, ProjectReader, SimilarProposalReader];

const USE_CASES = [
  DraftProposal,
  EditProposal,
  SubmitProposal,
  WithdrawProposal,
  AddProposalFile,
  RemoveProposalFile,
  LapseUncorrectedProposals,
];

/** Proposals from the first draft to the list for the vote. */
@Module({
  imports: [TypeOrmModule.forFeature(RECORDS), FilesModule, RoundsModule],
  providers: [...READERS, ...USE_CASES],
  exports: [...READERS, ...USE_CASES, FilesModule],
})
export class ProposalsModule {}
