import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PressureAct } from '#rules/integrity/pressure-report.js';

@Entity('pressure_acts')
export class PressureActRecord {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  reportId!: string;

  @Column('text')
  kind!: PressureAct;

  @Column('text')
  words!: string;

  @Column('uuid')
  personId!: string;

  @Column('date')
  actedOn!: string;
}
