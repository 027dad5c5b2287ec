import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TallyRecord } from './tally.record.js';

/** The Expert Council's decision on a count, and its publication by another officer. */
@Entity('round_results')
@ForeignKey(() => TallyRecord, ['tallyId'], ['id'])
@Index(['roundId'])
@Index('uq_round_results_published', ['roundId'], {
  unique: true,
  where: 'published_at is not null',
})
@Check('ck_round_results_two_people', 'published_by <> decided_by')
@Check('ck_round_results_published_by_somebody', '(published_by is null) = (published_at is null)')
export class RoundResultRecord {
  @PrimaryColumn('uuid') tallyId!: string;
  @Column('uuid') roundId!: string;
  @Column('text') councilProtocol!: string;
  @Column('text') councilTextKk!: string;
  @Column('text') councilTextRu!: string;
  @Column('uuid') decidedBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) decidedAt!: Date;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
}
