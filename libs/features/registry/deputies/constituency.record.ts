import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { ConstituencyKind } from '#rules/registry/convocation.js';

/** Where deputies of a convocation are elected. */
@Entity('constituencies')
@Unique('uq_constituencies_number', ['convocationId', 'number'])
@Unique('uq_constituencies_of_convocation', ['id', 'convocationId'])
@Check('ck_constituencies_kind', `kind in ('single-mandate', 'party-list')`)
@Check('ck_constituencies_seats', `(seats > 0 and (kind <> 'single-mandate' or seats = 1))`)
export class ConstituencyRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') convocationId!: string;
  @Column('integer') number!: number;
  @Column('text') kind!: ConstituencyKind;
  @Column('text') nameKk!: string;
  @Column('text') nameRu!: string;
  @Column('integer') seats!: number;
}
