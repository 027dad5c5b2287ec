import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { tiynColumn } from '#platform/persistence/tiyn-column.js';
import { RoundRecord } from './round.record.js';

/** Money of a round for one unit: the city, a district. */
@Entity('round_pots')
@ForeignKey(() => RoundRecord, ['roundId'], ['id'])
@Check('ck_round_pots_amount', `amount_tiyn >= 0`)
export class RoundPotRecord {
  @PrimaryColumn('uuid') roundId!: string;
  @PrimaryColumn('text') territoryKato!: string;
  @Column('bigint', { transformer: tiynColumn }) amountTiyn!: bigint;
}
