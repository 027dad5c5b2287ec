import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';

/** Voters asked for the recall of a deputy whom they had elected by name; counted, no more. */
@Entity('recall_requests')
@Unique('uq_recall_requests_number', ['mandateId', 'number'])
export class RecallRequestRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') mandateId!: string;
  @Column('date') registeredOn!: CivilDate;
  /** Under which the maslikhat's office registered it. */
  @Column('text') number!: string;
  @Column('uuid') enteredBy!: string;
  @Column('timestamptz') enteredAt!: Date;
}
