import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AkimAnswerState } from '#rules/assemblies/akim-answer-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** A decision that waits for somebody. */
export interface AwaitingDecisionRow {
  readonly minutesId: string;
  readonly minutesNumber: string;
  readonly item: number;
  readonly title: OfficialText;
  readonly decision: OfficialText;
  readonly territory: string;
  readonly heldOn: CivilDate;
  readonly state: AkimAnswerState;
  readonly handedOn: CivilDate;
  /** Last day of whoever's turn it is; null where the law sets no term. */
  readonly dueOn: CivilDate | null;
  readonly isOverdue: boolean;
}

/** Questions about decisions before the akim. */
@Injectable()
export class DecisionReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Decisions of a unit and of those below it in these states, the earliest deadline first. */
  async listIn(
    territory: string,
    states: readonly AkimAnswerState[],
  ): Promise<AwaitingDecisionRow[]> {
    return this.dataSource.query(
      `${SELECT} where $1 = any(t.path) and c.state = any($2) and c.handed_on is not null
       order by "dueOn" nulls last, m.held_on, c.item`,
      [territory, states],
    );
  }
}

const SELECT = `
  select c.minutes_id as "minutesId", p.number as "minutesNumber", c.item,
    p.document #> array['items', (c.item - 1)::text, 'title'] as title,
    p.document #> array['items', (c.item - 1)::text, 'decision'] as decision,
    p.territory_kato as territory, m.held_on::text as "heldOn", c.state, c.handed_on::text as "handedOn",
    case c.state when 'awaited' then c.answer_by when 'discussed' then c.superior_by end::text as "dueOn",
    coalesce(case c.state when 'awaited' then c.answer_by when 'discussed' then c.superior_by end
      < (clock_timestamp() at time zone 'Asia/Almaty')::date, false) as "isOverdue"
  from community_decisions c join minutes p on p.id = c.minutes_id
       join meetings m on m.id = p.meeting_id join territories t on t.kato = p.territory_kato`;
