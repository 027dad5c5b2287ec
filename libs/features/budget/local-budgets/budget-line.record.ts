import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { BudgetLine, FundingKind } from '#rules/budgets/budget-draft.js';
import type { OriginKind } from '#rules/budgets/line-origin.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { tiynColumn } from '#platform/persistence/tiyn-column.js';

/** A line of expenses; a decision on record stands behind one line only, of whichever budget. */
@Entity('budget_lines')
@Unique('uq_budget_lines_number', ['budgetId', 'number'])
@Unique('uq_budget_lines_origin_once', ['originKind', 'originId'])
export class BudgetLineRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') budgetId!: string;
  @Column('integer') number!: number;
  @Column('text') titleKk!: string;
  @Column('text') titleRu!: string;
  @Column('text') functionalGroup!: string;
  @Column('text') programme!: string;
  @Column('text') administrator!: string;
  @Column('bigint', { transformer: tiynColumn }) amountTiyn!: Tiyn;
  @Column('text') funding!: FundingKind;
  @Column('text') originKind!: OriginKind;
  @Column('text', { nullable: true }) originId!: string | null;
}

/** The line as the rules see it. */
export function lineOf(record: BudgetLineRecord): BudgetLine {
  const { number, functionalGroup, programme, administrator, amountTiyn, funding } = record;
  return {
    number,
    title: { kk: record.titleKk, ru: record.titleRu },
    functionalGroup,
    programme,
    administrator,
    amountTiyn,
    funding,
    origin: { kind: record.originKind, id: record.originId },
  };
}
