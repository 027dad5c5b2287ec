import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeputiesModule } from '../../registry/deputies/deputies.module.js';
import { PetitionsModule } from '../petitions/petitions.module.js';
import { BringToSession } from './bring-to-session.js';
import { CoDeputyRecord } from './co-deputy.record.js';
import { CollectionReader } from './collection.reader.js';
import { Collections } from './collections.js';
import { JoinAsCoDeputy } from './join-as-co-deputy.js';
import { PetitionNewsRecord } from './petition-news.record.js';
import { PostNews } from './post-news.js';
import { SessionRequestRecord } from './session-request.record.js';

const RECORDS = [CoDeputyRecord, PetitionNewsRecord, SessionRequestRecord];
const USE_CASES = [BringToSession, JoinAsCoDeputy, PostNews];

/** What deputies do around a collection: co-deputies, news to signers, the way to the session. */
@Module({
  imports: [TypeOrmModule.forFeature(RECORDS), DeputiesModule, PetitionsModule],
  providers: [CollectionReader, Collections, ...USE_CASES],
  exports: [CollectionReader, ...USE_CASES],
})
export class CollectionsModule {}
