import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { InquiryAddressee } from '#rules/petitions/inquiry.js';

/** A deputy's inquiry as it was filed; never changed. */
@Entity('inquiries')
@Index(['mandateId'])
@Index(['addresseeKato'])
@Unique('uq_inquiries_number', ['number'])
@Check('ck_inquiries_due', 'due_on > filed_on')
@Check('ck_inquiries_language', `language in ('kk', 'ru')`)
export class InquiryRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid') mandateId!: string;
  @Column('text') addresseeKind!: InquiryAddressee;
  @Column('text') addresseeKato!: string;
  /** Post and body. */
  @Column('text') addresseeKk!: string;
  @Column('text') addresseeRu!: string;
  @Column('text') language!: string;
  @Column('text') title!: string;
  @Column('text') body!: string;
  /** On what of the maslikhat's competence it rests. */
  @Column('text') competence!: string;
  /** The petition that it takes further. */
  @Column('uuid', { nullable: true }) petitionId!: string | null;
  @Column('timestamptz') filedAt!: Date;
  @Column('date') filedOn!: CivilDate;
  /** Last day for the answer; kept as it was worked out when the inquiry was filed. */
  @Column('date') dueOn!: CivilDate;
}
