import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';

/** A deputy told the population of a year's work. */
@Entity('deputy_reports')
@Unique('uq_deputy_reports_one_a_year', ['mandateId', 'year'])
export class DeputyReportRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') mandateId!: string;
  @Column('integer') year!: number;
  @Column('date') reportedOn!: CivilDate;
  @Column('text') placeKk!: string;
  @Column('text') placeRu!: string;
  /** Where the report can be read. */
  @Column('text', { nullable: true }) link!: string | null;
  @Column('uuid') enteredBy!: string;
  @Column('timestamptz') enteredAt!: Date;
}
