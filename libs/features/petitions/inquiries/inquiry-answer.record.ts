import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { InquirySignatory } from '#rules/petitions/inquiry-answer.js';

/** The written answer to an inquiry, and who entered it. */
@Entity('inquiry_answers')
@Unique('uq_inquiry_answers_one', ['inquiryId'])
@Check('ck_inquiry_answers_signatory', `signatory in ('addressee', 'first-head', 'deputy-head')`)
@Check('ck_inquiry_answers_language', `language in ('kk', 'ru')`)
export class InquiryAnswerRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inquiryId!: string;
  @Column('uuid') answeredBy!: string;
  @Column('text') postKk!: string;
  @Column('text') postRu!: string;
  @Column('text') signedBy!: string;
  @Column('text') signedPost!: string;
  @Column('text') signatory!: InquirySignatory;
  @Column('text') language!: string;
  @Column('text') body!: string;
  @Column('text', { array: true }) links!: string[];
  @Column('timestamptz') answeredAt!: Date;
  @Column('date') answeredOn!: CivilDate;
}
