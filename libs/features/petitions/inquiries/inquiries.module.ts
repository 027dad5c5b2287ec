import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeputiesModule } from '../../registry/deputies/deputies.module.js';
import { TerritoriesModule } from '../../registry/territories/territories.module.js';
import { PetitionsModule } from '../petitions/petitions.module.js';
import { AnswerInquiry } from './answer-inquiry.js';
import { CommentOnInquiry } from './comment-on-inquiry.js';
import { FileInquiry } from './file-inquiry.js';
import { InquiryAnswerRecord } from './inquiry-answer.record.js';
import { InquiryCommentRecord } from './inquiry-comment.record.js';
import { InquiryReader } from './inquiry.reader.js';
import { LawfulInquiries } from './lawful-inquiries.js';
import { InquiryRecord } from './inquiry.record.js';

const RECORDS = [InquiryRecord, InquiryAnswerRecord, InquiryCommentRecord];
const PROVIDERS = [LawfulInquiries, FileInquiry, AnswerInquiry, CommentOnInquiry, InquiryReader];

/** Inquiries of deputies: filed, answered within a month, commented on. */
@Module({
  imports: [TypeOrmModule.forFeature(RECORDS), DeputiesModule, PetitionsModule, TerritoriesModule],
  providers: PROVIDERS,
  exports: PROVIDERS,
})
export class InquiriesModule {}
