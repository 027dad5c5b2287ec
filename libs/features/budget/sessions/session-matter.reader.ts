import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BudgetState } from '#rules/budgets/budget-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** A budget that a session may have before it. */
export interface BudgetMatterRow {
  readonly id: string;
  readonly territoryName: OfficialText;
  readonly year: number;
  readonly state: Extract<BudgetState, 'submitted' | 'adopted'>;
  readonly submittedOn: CivilDate;
}

/** What waits for a maslikhat's next session. */
@Injectable()
export class SessionMatterReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Budgets to approve, then adopted ones whose year is not over, which a session may refine. */
  async listBudgets(maslikhat: string): Promise<BudgetMatterRow[]> {
    return this.dataSource.query(
      `select b.id, b.year, b.state, b.submitted_on::text as "submittedOn",
         jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en) as "territoryName"
       from budgets b join territories t on t.kato = b.territory_kato
       where b.maslikhat_kato = $1 and b.state in ('submitted', 'adopted')
         and b.year >= extract(year from clock_timestamp() at time zone 'Asia/Almaty')
       order by b.state desc, b.year, t.name_kk collate "kk-x-icu", b.id`,
      [maslikhat],
    );
  }

  /** Numbers of petitions that stand on the agenda of a session to come, or were decided on. */
  async listPlacedPetitions(maslikhat: string): Promise<readonly string[]> {
    const rows: { petition: string }[] = await this.dataSource.query(
      `select distinct q.question ->> 'petition' as petition
       from maslikhat_sessions s,
         lateral jsonb_array_elements(s.agenda) with ordinality as q (question, place)
       where s.maslikhat_kato = $1 and q.question ->> 'petition' is not null
         and (s.state in ('convened', 'open', 'in-break')
           or exists (select from maslikhat_decisions d
                      where d.session_id = s.id and d.question = q.place))`,
      [maslikhat],
    );
    return rows.map(({ petition }) => petition);
  }
}
