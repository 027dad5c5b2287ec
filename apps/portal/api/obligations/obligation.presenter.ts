import type { CivilDate } from '#rules/kernel/civil-date.js';
import { formatFraction } from '#rules/kernel/fraction.js';
import { figuresOf } from '#rules/obligations/obligation-figures.js';
import { obligationRuleOf } from '#rules/obligations/obligation-kind.js';
import { daysLateOn, obligationStateOn } from '#rules/obligations/obligation-state.js';
import type { DutyDaysRow, ObligationRow } from '#features/budget/obligations/obligation-row.js';

/** A duty for programs. */
export function presentObligation(row: ObligationRow) {
  const { act, point } = obligationRuleOf(row.kind);
  const { id, kind, eventOn, dueOn, metOn, today } = row;
  return {
    id,
    kind,
    state: obligationStateOn(row, today),
    owner: { post: row.post, territory: { kato: row.territory, name: row.territoryName } },
    source: { act, point },
    object: { kind: row.objectKind, id: row.objectId, part: row.part || null },
    eventOn,
    dueOn,
    metOn,
    daysLate: daysLateOn(row, today),
    standIn: row.standIn,
  };
}

export type ObligationView = ReturnType<typeof presentObligation>;

/** The duties of one body. */
export interface BodyDuties {
  readonly post: DutyDaysRow['post'];
  readonly territory: string;
  readonly territoryName: DutyDaysRow['territoryName'];
  readonly duties: readonly DutyDaysRow[];
}

/** Duties put together by post and territory, in the sequence in which these come. */
export function byBody(rows: readonly DutyDaysRow[]): readonly BodyDuties[] {
  const bodies = new Map<string, DutyDaysRow[]>();
  for (const row of rows) {
    const body = `${row.post} ${row.territory}`;
    bodies.set(body, [...(bodies.get(body) ?? []), row]);
  }
  return [...bodies.values()].map((duties) => {
    const { post, territory, territoryName } = duties[0]!;
    return { post, territory, territoryName, duties };
  });
}

/** How each body keeps its terms, for programs; shares and medians are exact. */
export function presentFigures(rows: readonly DutyDaysRow[], today: CivilDate) {
  return byBody(rows).map(({ post, territory, territoryName, duties }) => {
    const { total, byState, medianDays, inTime } = figuresOf(duties, today);
    return {
      owner: { post, territory: { kato: territory, name: territoryName } },
      total,
      byState,
      medianDays: medianDays && formatFraction(medianDays),
      inTime: inTime && formatFraction(inTime),
    };
  });
}
