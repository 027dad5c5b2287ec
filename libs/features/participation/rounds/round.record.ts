import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SecrecyMode } from '#rules/participation/secrecy-mode.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';
import type { BallotKind } from '#rules/participation/ballot-rule.js';
import type { LegalBasis } from './legal-basis.js';
import { tiynColumn } from '#platform/persistence/tiyn-column.js';

/** A round of the participation budget of one territory and year. */
@Entity('rounds')
@Index(['territoryKato'])
@ForeignKey(() => RoundRecord, ['copiedFrom'], ['id'])
@Check(
  'ck_rounds_phase_order',
  `intake_from < intake_until and intake_until <= review_until and review_until <= voting_from
   and voting_from < voting_until and voting_until <= decision_by`,
)
@Check(
  'ck_rounds_ballot_kind',
  `ballot_kind in ('approval', 'knapsack', 'cumulative', 'ordinal', 'scoring')`,
)
@Check('ck_rounds_closed_before_published', `published_at is null or closed_at is not null`)
export class RoundRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') territoryKato!: string;
  @Column('integer') year!: number;
  @Column('text') titleKk!: string;
  @Column('text') titleRu!: string;
  @Column('text', { nullable: true }) titleEn!: string | null;
  @Column('boolean') nationalScope!: boolean;
  @Column('text') ballotKind!: BallotKind;
  @Column('integer') ballotMin!: number;
  /** Most projects (approval, ordinal) or the highest grade (scoring). */
  @Column('integer', { nullable: true }) ballotMax!: number | null;
  @Column('integer', { nullable: true }) ballotPoints!: number | null;
  @Column('integer', { nullable: true }) ballotPointsPerProject!: number | null;
  @Column('jsonb') rule!: RuleSpec;
  @Column('integer') minimumVotes!: number;
  @Column('integer') minimumAge!: number;
  @Column('bigint', { nullable: true, transformer: tiynColumn }) costCapTiyn!: bigint | null;
  @Column('boolean', { default: true }) replacingAllowed!: boolean;
  @Column('text', { default: 'presence' }) secrecy!: SecrecyMode;
  @Column('timestamptz') intakeFrom!: Date;
  @Column('timestamptz') intakeUntil!: Date;
  @Column('timestamptz') reviewUntil!: Date;
  @Column('timestamptz') votingFrom!: Date;
  @Column('timestamptz') votingUntil!: Date;
  @Column('timestamptz') decisionBy!: Date;
  /** The akimat's own act on another calendar than the national one. */
  @Column('text', { nullable: true }) ownCalendarAct!: string | null;
  @Column('bigint', { name: 'group_07_spending_tiyn', nullable: true, transformer: tiynColumn })
  group07SpendingTiyn!: bigint | null;
  /** What the law said on the day of the set-up: kept, for the rulebook moves on. */
  @Column('jsonb') legalBasis!: LegalBasis;
  @Column('uuid', { nullable: true }) copiedFrom!: string | null;
  /** Grows with every change of what stands on the ballot paper. */
  @Column('integer', { default: 1 }) paperVersion!: number;
  @Column('timestamptz', { nullable: true }) frozenAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}
