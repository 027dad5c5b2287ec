import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** A line as a decision left it; `wasTiyn` is what it was before. */
export interface DecisionLineRow {
  readonly number: number;
  readonly title: OfficialText;
  readonly amountTiyn: Tiyn;
  readonly wasTiyn: Tiyn;
}

/** What a decision of the maslikhat did to the lines of its budget. */
@Injectable()
export class DecisionLineReader {
  constructor(private readonly dataSource: DataSource) {}

  /** All lines of an adoption, those that changed of a refinement, none of a return. */
  async list(decisionId: string): Promise<readonly DecisionLineRow[]> {
    const rows: { number: number; title: OfficialText; amount: string; was: string }[] =
      await this.dataSource.query(DECISION_LINES, [decisionId]);
    return rows.map(({ amount, was, ...row }) => ({
      ...row,
      amountTiyn: BigInt(amount),
      wasTiyn: BigInt(was),
    }));
  }
}

const LINES_OF = (version: string) => `
  select (x ->> 'number')::int as number, x -> 'title' as title, (x ->> 'amountTiyn')::bigint as tiyn
  from ${version} v, jsonb_array_elements(v.lines) x`;

/** A decision and the version that it made bear the same instant. */
const DECISION_LINES = `
  with made as (select v.*, d.kind from maslikhat_decisions d
      join budget_versions v on v.budget_id = d.budget_id and v.at = d.at
      where d.id = $1 and d.kind <> 'return'),
    former as (select v.* from budget_versions v
      join made m on v.budget_id = m.budget_id and v.number = m.number - 1),
    line as (${LINES_OF('made')}), was as (${LINES_OF('former')})
  select number, coalesce(line.title, was.title) as title, coalesce(line.tiyn, 0)::text as amount,
    coalesce(was.tiyn, 0)::text as was
  from line full join was using (number)
  where (select kind from made) = 'adoption' and line.number is not null
    or line.tiyn is distinct from was.tiyn
  order by number`;
