import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The author takes a proposal back. */
@Entity('proposal_withdrawals')
export class ProposalWithdrawalRecord {
  @PrimaryColumn('uuid') proposalId!: string;
  @Column('uuid') byPerson!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') reason!: string;
}
