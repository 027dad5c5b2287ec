import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RoundLotteryRecord } from './round-lottery.record.js';

/** The public value of a draw as one officer entered it; it counts when another one confirms. */
@Entity('lottery_draws')
@ForeignKey(() => RoundLotteryRecord, ['roundId'], ['roundId'])
@Unique('uq_lottery_draws_entered_by', ['id', 'enteredBy'])
@Index(['roundId'])
export class LotteryDrawRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  @Column('text') publicValue!: string;
  @Column('text') source!: string;
  @Column('text') protocolNumber!: string;
  @Column('text') textKk!: string;
  @Column('text') textRu!: string;
  @Column('uuid') enteredBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) enteredAt!: Date;
}
