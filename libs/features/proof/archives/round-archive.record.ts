import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The archive of a published round, frozen. */
@Entity('round_archives')
@Check('ck_round_archives_digest', 'length(digest) = 32')
@Check('ck_round_archives_bytes', 'bytes > 0')
export class RoundArchiveRecord {
  @PrimaryColumn('uuid') roundId!: string;
  /** SHA-256 of the whole ZIP. */
  @Column('bytea') digest!: Buffer;
  @Column('bigint') bytes!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) madeAt!: Date;
}
