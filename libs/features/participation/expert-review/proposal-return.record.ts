import { Column, Entity, Index } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { ActInOffice } from './act-in-office.record.js';

/** One field that the author is asked to correct. */
export interface FieldRemark {
  readonly field: string;
  readonly remark: string;
}

/** A proposal sent back to its author to be corrected by a day. */
@Entity('proposal_returns')
@Index(['proposalId'])
export class ProposalReturnRecord extends ActInOffice {
  @Column('jsonb') remarks!: readonly FieldRemark[];
  @Column('date') deadline!: CivilDate;
}
