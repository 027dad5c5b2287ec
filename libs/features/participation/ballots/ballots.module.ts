import { Module } from '@nestjs/common';
import { BallotBox } from './ballot-box.js';
import { BallotDraftReader } from './ballot-draft.reader.js';
import { BallotReader } from './ballot.reader.js';
import { CastBallot } from './cast-ballot.js';
import { ChangeBallotDraft } from './change-ballot-draft.js';
import { DiscardBallotDraft } from './discard-ballot-draft.js';
import { ForgetOldBallotDrafts } from './forget-old-ballot-drafts.js';
import { HandOverBallotDraft } from './hand-over-ballot-draft.js';
import { RoundPaperReader } from './round-paper.reader.js';
import { StartBallotDraft } from './start-ballot-draft.js';
import { TakeOverBallotDraft } from './take-over-ballot-draft.js';
import { VoterReader } from './voter.reader.js';

const READERS = [BallotReader, BallotDraftReader, RoundPaperReader, VoterReader];

const DRAFT_USE_CASES = [
  StartBallotDraft,
  ChangeBallotDraft,
  DiscardBallotDraft,
  HandOverBallotDraft,
  TakeOverBallotDraft,
  ForgetOldBallotDrafts,
];

/** Casting, replacing and looking up ballots. */
@Module({
  providers: [BallotBox, CastBallot, ...READERS, ...DRAFT_USE_CASES],
  exports: [CastBallot, ...READERS, ...DRAFT_USE_CASES],
})
export class BallotsModule {}
