import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { BudgetState } from '#rules/budgets/budget-lifecycle.js';
import type { BudgetTier } from '#rules/budgets/budget-tier.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { tiynColumn } from '#platform/persistence/tiyn-column.js';

/** The budget of a territory for a year, from its draft on. */
@Entity('budgets')
@Unique('uq_budgets_one_a_year', ['territoryKato', 'year'])
export class BudgetRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') territoryKato!: string;
  /** Of the maslikhat that approves it: for a rural okrug its district's. */
  @Column('text') maslikhatKato!: string;
  @Column('integer') year!: number;
  @Column('text') tier!: BudgetTier;
  /** Follows the recorded acts; changed only through the life cycle. */
  @Column('text') state!: BudgetState;
  @Column('bigint', { default: 0, transformer: tiynColumn }) revenuesTiyn!: Tiyn;
  @Column('bigint', { default: 0, transformer: tiynColumn }) transfersTiyn!: Tiyn;
  @Column('bigint', { default: 0, transformer: tiynColumn }) netLendingTiyn!: Tiyn;
  @Column('bigint', { default: 0, transformer: tiynColumn }) financialAssetsTiyn!: Tiyn;
  @Column('bigint', { default: 0, transformer: tiynColumn }) financingTiyn!: Tiyn;
  /** Day of the higher act that the term of approval runs from. */
  @Column('date', { nullable: true }) higherSignedOn!: CivilDate | null;
  @Column('uuid', { nullable: true }) agreedMinutesId!: string | null;
  @Column('date', { nullable: true }) agreedOn!: CivilDate | null;
  @Column('date', { nullable: true }) submittedOn!: CivilDate | null;
  @Column('date', { nullable: true }) adoptedOn!: CivilDate | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}
