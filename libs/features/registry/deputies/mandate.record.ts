import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { MandateEndGround } from '#rules/registry/mandate.js';

/** Somebody on a seat of a maslikhat. The role of a deputy follows from it (`offices_held`). */
@Entity('mandates')
@Index(['residentId'])
@Check('ck_mandates_seat', 'seat > 0')
@Check('ck_mandates_period', 'held_until >= held_from')
@Check('ck_mandates_party', 'num_nulls(party_kk, party_ru) in (0, 2)')
@Check('ck_mandates_end', 'num_nulls(end_ground, end_act) in (0, 2)')
export class MandateRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') residentId!: string;
  @Column('uuid') convocationId!: string;
  @Column('uuid') constituencyId!: string;
  @Column('integer') seat!: number;
  /** Null for somebody who was elected without a party. */
  @Column('text', { nullable: true }) partyKk!: string | null;
  @Column('text', { nullable: true }) partyRu!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  /** Where and when the deputy receives residents. */
  @Column('text', { nullable: true }) receptionKk!: string | null;
  @Column('text', { nullable: true }) receptionRu!: string | null;
  @Column('date') heldFrom!: CivilDate;
  /** Last day in office: that of the term, or an earlier one. */
  @Column('date') heldUntil!: CivilDate;
  @Column('text', { nullable: true }) endGround!: MandateEndGround | null;
  @Column('text', { nullable: true }) endAct!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
