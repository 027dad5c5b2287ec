import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RoundArchiveRecord } from './round-archive.record.js';

/** A part of an archive; all but the last are of one length. */
@Entity('round_archive_pieces')
@ForeignKey(() => RoundArchiveRecord, ['roundId'], ['roundId'])
@Check('ck_round_archive_pieces_place', 'place >= 0')
export class ArchivePieceRecord {
  @PrimaryColumn('uuid') roundId!: string;
  @PrimaryColumn('integer') place!: number;
  @Column('bytea') bytes!: Buffer;
}
