import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IntegritySignal } from '#rules/integrity/integrity-report.js';

/** A batch of suspicious ballots, as a finding of the integrity report names it. */
@Entity('quarantines')
@Index(['roundId'])
@Check('ck_quarantines_ballots', 'ballots >= 10')
export class QuarantineRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  @Column('text') signal!: IntegritySignal;
  /** The place or the year of birth, where the finding names one. */
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('integer') ballots!: number;
}
