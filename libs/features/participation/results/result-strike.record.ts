import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RefusalGround } from '#rules/participation/refusal-grounds.js';
import { RoundResultRecord } from './round-result.record.js';

/** A winner of the count that the Expert Council did not confirm, with the ground and the words. */
@Entity('result_strikes')
@ForeignKey(() => RoundResultRecord, ['tallyId'], ['tallyId'])
export class ResultStrikeRecord {
  @PrimaryColumn('uuid') tallyId!: string;
  @PrimaryColumn('integer') ballotNumber!: number;
  @Column('text') ground!: RefusalGround;
  @Column('text') textKk!: string;
  @Column('text') textRu!: string;
}
