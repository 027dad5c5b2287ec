import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TallyRecord } from './tally.record.js';

/** The election file of one pot, frozen with its count. */
@Entity('tally_files')
@ForeignKey(() => TallyRecord, ['tallyId'], ['id'])
export class TallyFileRecord {
  @PrimaryColumn('uuid') tallyId!: string;
  @PrimaryColumn('text') territoryKato!: string;
  /** SHA-256 of the text before packing: what people compare. */
  @Column('bytea') digest!: Buffer;
  @Column('bytea') gzipped!: Buffer;
}
