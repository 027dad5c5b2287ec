import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A neighbour whom the author names beside oneself; the public learns only how many there are. */
@Entity('proposal_coauthors')
export class ProposalCoauthorRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') proposalId!: string;
  /** The full name, sealed under the author's key; null once the author was erased. */
  @Column('bytea', { nullable: true }) sealedName!: Buffer | null;
  @Column('uuid', { nullable: true }) residentId!: string | null;
}
