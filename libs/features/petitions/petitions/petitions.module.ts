import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LocalActsModule } from '../../registry/local-acts/local-acts.module.js';
import { DraftPetition } from './draft-petition.js';
import { EditPetition } from './edit-petition.js';
import { EndJoining } from './end-joining.js';
import { FollowPetition } from './follow-petition.js';
import { NotePortalCount } from './note-portal-count.js';
import { OpenPetition } from './open-petition.js';
import { PetitionLocalActsReader } from './petition-local-acts.reader.js';
import { PetitionReader } from './petition.reader.js';
import { PetitionRecord } from './petition.record.js';
import { ReachThreshold } from './reach-threshold.js';
import { RefusePetition } from './refuse-petition.js';
import { SubmitPetition } from './submit-petition.js';
import { WithdrawPetition } from './withdraw-petition.js';

const USE_CASES = [
  DraftPetition,
  EditPetition,
  SubmitPetition,
  WithdrawPetition,
  OpenPetition,
  RefusePetition,
  FollowPetition,
  NotePortalCount,
  ReachThreshold,
  EndJoining,
];

/** Petitions from the first draft to the threshold or the window's end. */
@Module({
  imports: [TypeOrmModule.forFeature([PetitionRecord]), LocalActsModule],
  providers: [PetitionReader, PetitionLocalActsReader, ...USE_CASES],
  exports: [PetitionReader, PetitionLocalActsReader, ...USE_CASES],
})
export class PetitionsModule {}
