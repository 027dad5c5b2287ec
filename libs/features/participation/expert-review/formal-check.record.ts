import { Column, Entity, Index } from 'typeorm';
import type { CriterionFinding } from '#rules/participation/evaluation-criteria.js';
import { ActInOffice } from './act-in-office.record.js';

/** The formal check: each formal criterion met or not, with the reason where it is not. */
@Entity('formal_checks')
@Index(['proposalId'])
export class FormalCheckRecord extends ActInOffice {
  @Column('jsonb') findings!: readonly CriterionFinding[];
  @Column('boolean') passed!: boolean;
}
