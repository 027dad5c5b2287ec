import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { ProposalRefusalRecord } from './proposal-refusal.record.js';

/** The author's remarks on a provisional refusal, and the decision of another officer. */
@Entity('proposal_appeals')
@Index(['proposalId'])
@Unique('uq_proposal_appeals_one_per_refusal', ['refusalId'])
@ForeignKey(() => ProposalRefusalRecord, ['refusalId', 'refusedBy'], ['id', 'officerId'], {
  name: 'fk_proposal_appeals_refusal',
})
@Check('ck_proposal_appeals_another_officer', 'decided_by <> refused_by')
@Check(
  'ck_proposal_appeals_decided_whole',
  'num_nulls(decided_by, decided_at, upheld, reasons_kk, reasons_ru) in (0, 5)',
)
export class ProposalAppealRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') proposalId!: string;
  @Column('uuid') refusalId!: string;
  /** Kept here too, so that the database itself refuses a decision by the same person. */
  @Column('uuid') refusedBy!: string;
  @Column('uuid') filedBy!: string;
  @Column('timestamptz') filedAt!: Date;
  @Column('text') remarks!: string;
  /** Last day for the decision. */
  @Column('date') decideBy!: CivilDate;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) postKk!: string | null;
  @Column('text', { nullable: true }) postRu!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  /** Was the refusal upheld; false admits the proposal. */
  @Column('boolean', { nullable: true }) upheld!: boolean | null;
  @Column('text', { nullable: true }) reasonsKk!: string | null;
  @Column('text', { nullable: true }) reasonsRu!: string | null;
}
