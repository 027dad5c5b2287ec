import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RoundRecord } from './round.record.js';

/** A longer voting: proposed by one officer, in force once another has confirmed it. */
@Entity('round_extensions')
@ForeignKey(() => RoundRecord, ['roundId'], ['id'])
@Check('ck_round_extensions_forward', `new_until > former_until`)
@Check('ck_round_extensions_two_people', `confirmed_by <> proposed_by`)
export class RoundExtensionRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  /** End of the voting that the proposer saw; a confirmation against another end is refused. */
  @Column('timestamptz') formerUntil!: Date;
  @Column('timestamptz') newUntil!: Date;
  @Column('text') reasonKk!: string;
  @Column('text') reasonRu!: string;
  @Column('uuid') proposedBy!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
}
