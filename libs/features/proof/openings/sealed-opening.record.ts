import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The openings of a round, encrypted to its auditors; frozen. */
@Entity('sealed_openings')
@Check('ck_sealed_openings_digest', 'length(digest) = 32')
export class SealedOpeningRecord {
  @PrimaryColumn('uuid') roundId!: string;
  @Column('integer') ballots!: number;
  /** SHA-256 of the sealed file. */
  @Column('bytea') digest!: Buffer;
  @Column('bytea') sealed!: Buffer;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) sealedAt!: Date;
}
