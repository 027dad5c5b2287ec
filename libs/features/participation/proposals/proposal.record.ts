import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';
import { tiynColumn } from '#platform/persistence/tiyn-column.js';

/** What a resident proposes for a round. */
@Entity('proposals')
export class ProposalRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') authorId!: string;
  /** Follows the recorded acts; changed only through the life cycle. */
  @Column('text') state!: ProposalState;
  /** Given at the first submission, `2027-0417`. */
  @Column('text', { nullable: true }) number!: string | null;
  /** Drawn when the list for the vote is made. */
  @Column('integer', { nullable: true }) ballotNumber!: number | null;
  @Column('text', { nullable: true }) potKato!: string | null;
  @Column('text', { nullable: true }) category!: string | null;
  /** Language in which the author writes. */
  @Column('text') language!: string;
  @Column('text', { default: '' }) title!: string;
  @Column('text', { default: '' }) problem!: string;
  @Column('text', { default: '' }) idea!: string;
  @Column('text', { default: '' }) beneficiaries!: string;
  /** Official translations of the title. */
  @Column('text', { nullable: true }) titleKk!: string | null;
  @Column('text', { nullable: true }) titleRu!: string | null;
  @Column('text', { default: '' }) address!: string;
  @Column('double precision', { nullable: true }) latitude!: number | null;
  @Column('double precision', { nullable: true }) longitude!: number | null;
  /** The author's own estimate. */
  @Column('bigint', { nullable: true, transformer: tiynColumn }) costTiyn!: Tiyn | null;
  /** What the technical estimate came to; the vote goes by it. */
  @Column('bigint', { nullable: true, transformer: tiynColumn }) checkedCostTiyn!: Tiyn | null;
  /** Proposals of one group exclude each other. */
  @Column('text', { nullable: true }) exclusiveGroup!: string | null;
  /** How the officers reach the author, sealed under the author's key; never public. */
  @Column('bytea', { nullable: true }) sealedContact!: Buffer | null;
  /** Last day for correcting a returned proposal. */
  @Column('date', { nullable: true }) correctBy!: CivilDate | null;
  /** Folded text for search by any keyboard. */
  @Column('text', { default: '' }) searchText!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}
