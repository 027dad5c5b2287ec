import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { withWholeSums } from '../local-budgets/whole-sums.js';
import type { ExecutionRow, FollowedWorksRow } from './execution-row.js';

/** Questions about the execution of a budget. */
@Injectable()
export class ExecutionReader {
  constructor(private readonly dataSource: DataSource) {}

  /** By quarter, each as it was entered last. */
  async listOf(budgetId: string): Promise<ExecutionRow[]> {
    const rows: ExecutionRow[] = await this.dataSource.query(EXECUTION, [budgetId]);
    return rows.map(withWholeSums);
  }

  /** Works of residents' projects that lines of a budget pay. */
  async listWorks(budgetId: string): Promise<FollowedWorksRow[]> {
    const rows: FollowedWorksRow[] = await this.dataSource.query(WORKS, [budgetId]);
    return rows.map(withWholeSums);
  }
}

const EXECUTION = `
  select distinct on (quarter) quarter, lines,
    jsonb_build_object('kk', post_kk, 'ru', post_ru) as post, at
  from budget_executions where budget_id = $1 order by quarter, at desc, id desc`;

const LAST = `order by x.at desc, x.id desc limit 1`;

const WORKS = `
  select l.number as line, p.number,
    jsonb_build_object('kk', coalesce(p.title_kk, p.title), 'ru', coalesce(p.title_ru, p.title)) as title,
    coalesce(m.percent, 0) as percent, coalesce(m.paid_tiyn, 0)::text as "paidTiyn",
    coalesce(m.finish_by, c.finish_by)::text as "finishBy", c.finish_by::text as "plannedBy",
    m.delay_reason as "delayReason", a.accepted_on::text as "acceptedOn"
  from budget_lines l join proposals p on p.id::text = l.origin_id
    left join lateral (select * from works_contracts x where x.project_id = p.id ${LAST}) c on true
    left join lateral (select * from works_milestones x where x.project_id = p.id ${LAST}) m on true
    left join works_acceptances a on a.project_id = p.id
  where l.budget_id = $1 and l.origin_kind = 'project' order by l.number`;
