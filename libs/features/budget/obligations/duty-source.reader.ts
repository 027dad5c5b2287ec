import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { obligationRuleOf, type OwnerPost } from '#rules/obligations/obligation-kind.js';
import {
  type BudgetActsRow,
  budgetDuties,
  reportDuties,
  type ReportingRoundRow,
} from './derived-duties.js';
import {
  BUDGET_ACTS,
  DUTIES_ON_RECORD,
  MONITORED_ASSEMBLIES,
  REPORTING_ROUNDS,
} from './duty-source.sql.js';
import { type MonitoredAssemblyRow, monitoringDuties } from './monitoring-duties.js';
import type { Duty } from './obligation-row.js';

/** Where a record names another post than the kind of duty does, it is that one who owes. */
type FoundDuty = Omit<Duty, 'post'> & { readonly post: OwnerPost | null };

/** Duties as the records of all features tell them. */
@Injectable()
export class DutySourceReader {
  constructor(private readonly dataSource: DataSource) {}

  /** All that is not known to be met yet, whose days stand in the records or follow by rule. */
  async list(today: CivilDate): Promise<readonly Duty[]> {
    const found: FoundDuty[] = await this.dataSource.query(DUTIES_ON_RECORD);
    const rounds: ReportingRoundRow[] = await this.dataSource.query(REPORTING_ROUNDS);
    const budgets: BudgetActsRow[] = await this.dataSource.query(BUDGET_ACTS);
    const assemblies: MonitoredAssemblyRow[] = await this.dataSource.query(MONITORED_ASSEMBLIES);
    return [
      ...found.map((duty) => ({ ...duty, post: duty.post ?? obligationRuleOf(duty.kind).post })),
      ...rounds.flatMap((round) => reportDuties(round, today)),
      ...budgets.flatMap((budget) => budgetDuties(budget, today)),
      ...assemblies.flatMap((assembly) => monitoringDuties(assembly, today)),
    ];
  }
}
