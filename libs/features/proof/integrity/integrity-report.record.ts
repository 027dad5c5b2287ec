import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IntegrityFinding } from '#rules/integrity/integrity-report.js';
import type { IntegrityThresholds } from '#rules/integrity/integrity-thresholds.js';
import type { PublishedFigures } from '#rules/integrity/published-figures.js';

@Entity('integrity_reports')
export class IntegrityReportRecord {
  @PrimaryColumn('uuid')
  roundId!: string;

  @Column('jsonb')
  thresholds!: IntegrityThresholds;

  @Column('jsonb')
  figures!: PublishedFigures;

  @Column('jsonb')
  findings!: readonly IntegrityFinding[];

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  writtenAt!: Date;
}
