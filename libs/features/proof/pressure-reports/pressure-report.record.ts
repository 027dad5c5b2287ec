import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PressureKind } from '#rules/integrity/pressure-report.js';

@Entity('pressure_reports')
export class PressureReportRecord {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  /** SHA-256 of the code that the reporter follows the case with. */
  @Column('bytea')
  codeDigest!: Buffer;

  @Column('text')
  territoryKato!: string;

  @Column('uuid', { nullable: true })
  roundId!: string | null;

  @Column('text')
  kind!: PressureKind;

  @Column('bytea')
  sealed!: Buffer;

  @Column('date')
  receivedOn!: string;

  @Column('date')
  dueOn!: string;
}
