import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A lottery promised for the ties of a round, before anybody voted. */
@Entity('round_lotteries')
export class RoundLotteryRecord {
  @PrimaryColumn('uuid') roundId!: string;
  /** SHA-256 of the secret, in hexadecimal; public at once. */
  @Column('text') commitment!: string;
  @Column('text') secret!: string;
  /** Which public value of a later day completes the seed. */
  @Column('text') valueKk!: string;
  @Column('text') valueRu!: string;
  @Column('uuid') promisedBy!: string;
  @Column('timestamptz') promisedAt!: Date;
}
