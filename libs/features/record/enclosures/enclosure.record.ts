import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { MediaKind } from '#platform/files/media-kind.js';

/** A file beside an act; the bytes lie in the file store. Never changed once the act is recorded. */
@Entity('enclosures')
@Unique('uq_enclosures_stored_name', ['storedName'])
@Check('ck_enclosures_kind', `kind in ('photo', 'document')`)
export class EnclosureRecord {
  @PrimaryColumn('uuid') id!: string;
  /** What it lies beside: both are null, and the place too, until that act is recorded. */
  @Column('text', { nullable: true }) objectKind!: string | null;
  @Column('uuid', { nullable: true }) objectId!: string | null;
  @Column('integer', { nullable: true }) place!: number | null;
  @Column('text') kind!: MediaKind;
  @Column('text') storedName!: string;
  @Column('text') shownName!: string;
  @Column('text') mediaType!: string;
  @Column('integer') sizeBytes!: number;
  /** SHA-256 of the stored bytes. */
  @Column('bytea') digest!: Buffer;
  @Column('integer', { nullable: true }) width!: number | null;
  @Column('integer', { nullable: true }) height!: number | null;
  @Column('uuid') addedBy!: string;
  @Column('timestamptz') addedAt!: Date;
}
