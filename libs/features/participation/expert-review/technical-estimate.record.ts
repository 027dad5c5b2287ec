import { Check, Column, Entity, Index } from 'typeorm';
import type { CriterionFinding } from '#rules/participation/evaluation-criteria.js';
import { tiynColumn } from '#platform/persistence/tiyn-column.js';
import { ActInOffice } from './act-in-office.record.js';

/** A line as it is kept: sums in tiyn are text in JSON, so that none is rounded. */
export interface StoredEstimateLine {
  readonly title: string;
  readonly amountTiyn: string;
}

/** The technical estimate: what the project costs by its lines, and whether it can be done. */
@Entity('technical_estimates')
@Index(['proposalId'])
@Check('ck_technical_estimates_cost', 'cost_tiyn > 0')
export class TechnicalEstimateRecord extends ActInOffice {
  @Column('bigint', { transformer: tiynColumn }) costTiyn!: bigint;
  @Column('jsonb') lines!: readonly StoredEstimateLine[];
  @Column('jsonb') findings!: readonly CriterionFinding[];
  @Column('text') opinionKk!: string;
  @Column('text') opinionRu!: string;
}
