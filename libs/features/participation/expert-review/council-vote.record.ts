import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CouncilDecisionRecord } from './council-decision.record.js';

/** A member's vote; `conflict` is a declared conflict of interest and counts for nothing. */
export type StoredCouncilVote = 'for' | 'against' | 'abstained' | 'conflict';

@Entity('council_votes')
@ForeignKey(() => CouncilDecisionRecord, ['decisionId'], ['id'])
@Check('ck_council_votes_vote', `vote in ('for', 'against', 'abstained', 'conflict')`)
export class CouncilVoteRecord {
  @PrimaryColumn('uuid') decisionId!: string;
  @PrimaryColumn('uuid') expertId!: string;
  @Column('text') vote!: StoredCouncilVote;
}
