import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TallyRecord } from '../tally.record.js';
import { QuarantineMotionRecord } from './quarantine-motion.record.js';

/** What another person decided on a motion, and the count that was made with it. */
@Entity('quarantine_decisions')
@ForeignKey(() => QuarantineMotionRecord, ['motionId', 'movedBy'], ['id', 'movedBy'])
@ForeignKey(() => TallyRecord, ['tallyId'], ['id'])
@Check('ck_quarantine_decisions_two_people', 'decided_by <> moved_by')
@Check('ck_quarantine_decisions_counted', 'confirmed = (tally_id is not null)')
export class QuarantineDecisionRecord {
  @PrimaryColumn('uuid') motionId!: string;
  @Column('uuid') movedBy!: string;
  @Column('boolean') confirmed!: boolean;
  @Column('text') textKk!: string;
  @Column('text') textRu!: string;
  @Column('uuid') decidedBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) decidedAt!: Date;
  /** Null where the motion was refused. */
  @Column('uuid', { nullable: true }) tallyId!: string | null;
}
