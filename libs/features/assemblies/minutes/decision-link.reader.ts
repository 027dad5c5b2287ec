import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AkimAnswerState } from '#rules/assemblies/akim-answer-lifecycle.js';
import type { LinkKind } from '#rules/assemblies/minutes-draft.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** A decision of signed minutes on something: how much, and where it stands with the akim. */
export interface DecisionLinkRow {
  readonly minutesId: string;
  readonly minutesNumber: string;
  readonly item: number;
  readonly territory: string;
  readonly heldOn: CivilDate;
  readonly kind: LinkKind;
  readonly objectId: string;
  /** Tiyn as digits; null where no sum was named. */
  readonly amountTiyn: string | null;
  readonly decision: OfficialText;
  readonly state: AkimAnswerState;
}

/** Questions of the budget's dossier: which decisions of residents speak of what. */
@Injectable()
export class DecisionLinkReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Decisions about one object, the latest first. */
  async listOn(kind: LinkKind, objectId: string): Promise<DecisionLinkRow[]> {
    return this.dataSource.query(
      `${SELECT} where l.kind = $1 and l.object_id = $2 order by m.held_on desc, p.id, l.item, l.place`,
      [kind, objectId],
    );
  }

  /** Decisions of a unit and of those below it in a period. */
  async listIn(
    territory: string,
    { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
  ): Promise<DecisionLinkRow[]> {
    return this.dataSource.query(
      `${SELECT} join territories t on t.kato = p.territory_kato
       where $1 = any(t.path) and m.held_on between $2::date and $3::date
       order by m.held_on, p.id, l.item, l.place`,
      [territory, from, until],
    );
  }
}

const SELECT = `
  select l.minutes_id as "minutesId", p.number as "minutesNumber", l.item,
    p.territory_kato as territory, m.held_on::text as "heldOn", l.kind, l.object_id as "objectId",
    l.amount_tiyn::text as "amountTiyn", p.document #> array['items', (l.item - 1)::text, 'decision'] as decision,
    d.state
  from decision_links l join minutes p on p.id = l.minutes_id join meetings m on m.id = p.meeting_id
       join community_decisions d on d.minutes_id = l.minutes_id and d.item = l.item`;
