import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalFileKind } from '#rules/participation/proposal-files.js';

/** A photo or a document of a proposal; the bytes lie in the file store under a generated name. */
@Entity('proposal_files')
export class ProposalFileRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') proposalId!: string;
  @Column('text') kind!: ProposalFileKind;
  @Column('text', { unique: true }) storedName!: string;
  /** The name that the author's device gave, made harmless. */
  @Column('text') shownName!: string;
  @Column('text') mediaType!: string;
  @Column('integer') sizeBytes!: number;
  /** SHA-256 of the stored bytes. */
  @Column('bytea') digest!: Buffer;
  @Column('text', { default: '' }) alternativeText!: string;
  @Column('integer', { nullable: true }) width!: number | null;
  @Column('integer', { nullable: true }) height!: number | null;
  @Column('timestamptz') addedAt!: Date;
}
