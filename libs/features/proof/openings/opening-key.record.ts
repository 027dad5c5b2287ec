import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The public key of an auditor, for whom the ballots of a round will be sealed. */
@Entity('opening_keys')
export class OpeningKeyRecord {
  @PrimaryColumn('uuid') roundId!: string;
  @Column('text') recipient!: string;
  @PrimaryColumn('uuid') registeredBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) registeredAt!: Date;
}
