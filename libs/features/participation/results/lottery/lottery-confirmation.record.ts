import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TallyRecord } from '../tally.record.js';
import { LotteryDrawRecord } from './lottery-draw.record.js';

/** A draw confirmed by another officer, and the count that was made with it. */
@Entity('lottery_confirmations')
@ForeignKey(() => LotteryDrawRecord, ['drawId', 'enteredBy'], ['id', 'enteredBy'])
@ForeignKey(() => TallyRecord, ['tallyId'], ['id'])
@Check('ck_lottery_confirmations_two_people', 'confirmed_by <> entered_by')
export class LotteryConfirmationRecord {
  @PrimaryColumn('uuid') drawId!: string;
  @Column('uuid') enteredBy!: string;
  @Column('uuid') confirmedBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) confirmedAt!: Date;
  @Column('uuid') tallyId!: string;
}
