import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StoredCount } from './stored-count.js';

/** One count of a round. Every count is kept; only the first one needs no reason. */
@Entity('tallies')
@Index(['roundId'])
@Index('uq_tallies_first', ['roundId'], { unique: true, where: 'reason is null' })
@Check('ck_tallies_repeated_by_somebody', 'reason is null or computed_by is not null')
export class TallyRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) computedAt!: Date;
  /** Null: the machine itself, at the closing instant. */
  @Column('uuid', { nullable: true }) computedBy!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('jsonb') outcome!: StoredCount;
  @Column('integer') ballots!: number;
}
