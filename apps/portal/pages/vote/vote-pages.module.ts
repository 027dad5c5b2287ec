import { Module } from '@nestjs/common';
import { BallotsModule } from '#features/participation/ballots/ballots.module.js';
import { ProposalsModule } from '#features/participation/proposals/proposals.module.js';
import { RoundsModule } from '#features/participation/rounds/rounds.module.js';
import { TerritoriesModule } from '#features/registry/territories/territories.module.js';
import { BallotsAtHand } from './ballot-at-hand.js';
import { BallotLayout } from './ballot-layout.js';
import { DemoController } from './demo.controller.js';
import { DistrictPage } from './district-page.js';
import { VoteCastController } from './vote-cast.controller.js';
import { VoteChooseController } from './vote-choose.controller.js';
import { VoteDistrictController } from './vote-district.controller.js';
import { VoteDoneController } from './vote-done.controller.js';
import { VoteGate } from './vote-gate.js';
import { VoteHandoverController } from './vote-handover.controller.js';
import { VoteStartController } from './vote-start.controller.js';

/** The steps of a ballot, real and for practice. */
@Module({
  imports: [BallotsModule, ProposalsModule, RoundsModule, TerritoriesModule],
  controllers: [
    VoteStartController,
    VoteDistrictController,
    VoteChooseController,
    VoteCastController,
    VoteDoneController,
    VoteHandoverController,
    DemoController,
  ],
  providers: [BallotLayout, BallotsAtHand, DistrictPage, VoteGate],
})
export class VotePagesModule {}
