import { Module } from '@nestjs/common';
import { AnnounceDiscussion } from './announce-discussion.js';
import { AnswerPetition } from './answer-petition.js';
import { AnswerReader } from './answer.reader.js';

/** What the addressee of a petition does and decides. */
@Module({
  providers: [AnnounceDiscussion, AnswerPetition, AnswerReader],
  exports: [AnnounceDiscussion, AnswerPetition, AnswerReader],
})
export class AnswersModule {}
