import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A standing commission of a maslikhat. */
@Entity('commissions')
@Unique('uq_commissions_place', ['convocationId', 'place'])
export class CommissionRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') convocationId!: string;
  /** In the sequence in which the maslikhat lists them. */
  @Column('integer') place!: number;
  @Column('text') nameKk!: string;
  @Column('text') nameRu!: string;
}
