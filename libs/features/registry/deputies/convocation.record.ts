import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';

/** A maslikhat for one term; a unit has one at a time (an exclusion constraint). */
@Entity('convocations')
@Unique('uq_convocations_number', ['territoryKato', 'number'])
@Check('ck_convocations_period', 'ends_on >= begins_on')
export class ConvocationRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') territoryKato!: string;
  /** As the maslikhat counts itself: `VIII`. */
  @Column('text') number!: string;
  @Column('date') beginsOn!: CivilDate;
  @Column('date') endsOn!: CivilDate;
}
