import { Column, Entity, Index } from 'typeorm';
import type { CriterionFinding } from '#rules/participation/evaluation-criteria.js';
import { ActInOffice } from './act-in-office.record.js';

/** The Expert Council's decision on one proposal, as its protocol has it. */
@Entity('council_decisions')
@Index(['proposalId'])
export class CouncilDecisionRecord extends ActInOffice {
  /** Free text: councils number in their own ways. */
  @Column('text') protocolNumber!: string;
  /** Members in office on that day. */
  @Column('integer') members!: number;
  /** Members without a conflict of interest who had to take part. */
  @Column('integer') required!: number;
  @Column('boolean') admitted!: boolean;
  @Column('jsonb') findings!: readonly CriterionFinding[];
}
