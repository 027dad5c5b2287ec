import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit that belongs to a constituency, whole or in the part that the text names. */
@Entity('constituency_territories')
@Check('ck_constituency_territories_part', 'num_nulls(part_kk, part_ru) in (0, 2)')
export class ConstituencyTerritoryRecord {
  @PrimaryColumn('uuid') constituencyId!: string;
  @PrimaryColumn('text') territoryKato!: string;
  /** Streets and houses, where the unit belongs to it only in part. */
  @Column('text', { nullable: true }) partKk!: string | null;
  @Column('text', { nullable: true }) partRu!: string | null;
}
