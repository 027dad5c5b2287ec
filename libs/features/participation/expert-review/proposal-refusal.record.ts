import { Check, Column, Entity, Index, Unique } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { ActInOffice } from './act-in-office.record.js';

/** A refusal: provisional until the author's time has passed or another officer has upheld it. */
@Entity('proposal_refusals')
@Index(['proposalId'])
@Unique('uq_proposal_refusals_officer', ['id', 'officerId'])
@Check('ck_proposal_refusals_has_ground', 'cardinality(grounds) > 0')
@Check('ck_proposal_refusals_has_reasons', `trim(reasons_kk) <> '' and trim(reasons_ru) <> ''`)
export class ProposalRefusalRecord extends ActInOffice {
  @Column('text', { array: true }) grounds!: string[];
  @Column('text') reasonsKk!: string;
  @Column('text') reasonsRu!: string;
  /** Last day for the author's remarks; stored, never worked out backwards. */
  @Column('date') remarksUntil!: CivilDate;
  @Column('timestamptz', { nullable: true }) finalAt!: Date | null;
}
