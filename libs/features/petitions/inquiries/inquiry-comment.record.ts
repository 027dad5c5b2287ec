import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { InquiryVerdict } from '#rules/petitions/inquiry-answer.js';

/** What the deputy says of the answer. */
@Entity('inquiry_comments')
@Index(['inquiryId'])
@Check('ck_inquiry_comments_verdict', `verdict in ('satisfied', 'partly', 'not-satisfied')`)
@Check('ck_inquiry_comments_language', `language in ('kk', 'ru')`)
export class InquiryCommentRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inquiryId!: string;
  @Column('text') verdict!: InquiryVerdict;
  @Column('text') language!: string;
  @Column('text') body!: string;
  @Column('timestamptz') at!: Date;
}
