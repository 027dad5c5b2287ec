import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A value that a local act sets for a territory within the national rule. */
@Entity('local_overrides')
@Index(['territoryKato'])
@Check('ck_local_overrides_period', `in_force_until is null or in_force_until >= in_force_from`)
export class LocalOverrideRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') territoryKato!: string;
  @Column('text') key!: string;
  /** A number, a day of the year, or a share as `n/d`. */
  @Column('jsonb') value!: number | string;
  @Column('date') inForceFrom!: string;
  @Column('date', { nullable: true }) inForceUntil!: string | null;
  @Column('text') act!: string;
  @Column('uuid') adoptedBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) adoptedAt!: Date;
}
