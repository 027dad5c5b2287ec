import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VersionFields } from './version-fields.js';

/** The text of a proposal as it was submitted or changed in office; never altered. */
@Entity('proposal_versions')
export class ProposalVersionRecord {
  @PrimaryColumn('uuid') proposalId!: string;
  /** 1, 2, 3 … within the proposal. */
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid') byPerson!: string;
  @Column('boolean') byOfficer!: boolean;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('jsonb') fields!: VersionFields;
}
