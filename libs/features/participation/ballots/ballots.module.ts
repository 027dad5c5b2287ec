import { Module } from '@nestjs/common';
import { BallotBox } from './ballot-box.js';
import { BallotReader } from './ballot.reader.js';
import { CastBallot } from './cast-ballot.js';
import { RoundPaperReader } from './round-paper.reader.js';

/** Casting, replacing and looking up ballots. */
@Module({
  providers: [BallotBox, BallotReader, CastBallot, RoundPaperReader],
  exports: [BallotReader, CastBallot, RoundPaperReader],
})
export class BallotsModule {}
