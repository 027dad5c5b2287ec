import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import { enclosuresOf } from '../../record/enclosures/enclosure.sql.js';
import type { HearingRow } from './hearing-row.js';

/** Questions about public hearings of budgets. */
@Injectable()
export class HearingReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Hearings of a budget, the last one first. */
  async listOf(budgetId: string): Promise<HearingRow[]> {
    return this.dataSource.query(
      `${HEARING} where h.budget_id = $1 order by h.starts_at desc, h.id`,
      [budgetId],
    );
  }

  /** @throws DomainError not-found `hearing.not_found` */
  async get(budgetId: string, id: string): Promise<HearingRow> {
    const found = (await this.listOf(budgetId)).find((hearing) => hearing.id === id);
    if (!found) throw new DomainError('not-found', 'hearing.not_found');
    return found;
  }
}

const HEARING = `
  select h.id, h.budget_id as "budgetId", jsonb_build_object('kk', c.name_kk, 'ru', c.name_ru) as commission,
    h.starts_at as "startsAt", jsonb_build_object('kk', h.place_kk, 'ru', h.place_ru) as place,
    jsonb_build_object('kk', h.notice_kk, 'ru', h.notice_ru) as notice, h.at,
    jsonb_build_object('kk', h.post_kk, 'ru', h.post_ru) as post,
    case when p.hearing_id is not null then jsonb_build_object('attended', p.attended,
      'summary', jsonb_build_object('kk', p.summary_kk, 'ru', p.summary_ru), 'remarks', p.remarks,
      'post', jsonb_build_object('kk', p.post_kk, 'ru', p.post_ru),
      'enclosures', ${enclosuresOf('budget-hearing', 'h.id')}) end as protocol
  from budget_hearings h join commissions c on c.id = h.commission_id
    left join budget_hearing_protocols p on p.hearing_id = h.id`;
