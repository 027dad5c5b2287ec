import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A neighbour whom the author names beside oneself; the public learns only how many there are. */
@Entity('proposal_coauthors')
export class ProposalCoauthorRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') proposalId!: string;
  @Column('text') fullName!: string;
  @Column('uuid', { nullable: true }) residentId!: string | null;
}
