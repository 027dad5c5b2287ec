import { Column, Entity, Unique } from 'typeorm';
import { tiynColumn } from '#platform/persistence/tiyn-column.js';
import { ActInOffice } from './act-in-office.record.js';

/** A proposal admitted to the vote, once: its checked cost and its number on the ballot. */
@Entity('proposal_admissions')
@Unique('uq_proposal_admissions_proposal_id', ['proposalId'])
export class ProposalAdmissionRecord extends ActInOffice {
  @Column('bigint', { transformer: tiynColumn }) checkedCostTiyn!: bigint;
  @Column('integer') ballotNumber!: number;
}
