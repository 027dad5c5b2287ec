import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fraction } from '#rules/kernel/fraction.js';
import { figuresOf } from '#rules/obligations/obligation-figures.js';
import { OBLIGATION_KINDS, obligationRuleOf } from '#rules/obligations/obligation-kind.js';
import { OBLIGATION_STATES, obligationStateOn } from '#rules/obligations/obligation-state.js';
import type { DutyDaysRow, ObligationRow } from '#features/budget/obligations/obligation-row.js';
import type { Wording } from '#platform/views/wording.js';
import { byBody } from '../../api/obligations/obligation.presenter.js';
import { dutyPath } from './duty-path.js';
import { type ObligationsQuery, obligationsPath, ON_A_PAGE } from './obligations-query.js';

const BADGES = { open: 'green', met: 'green', late: 'amber', overdue: 'overdue' } as const;

export interface ListedObligations {
  readonly query: ObligationsQuery;
  /** One more than shown where there is a next part. */
  readonly rows: readonly ObligationRow[];
  readonly days: readonly DutyDaysRow[];
  readonly today: CivilDate;
}

/** The public list of duties with the figures of every body. */
export function presentObligations({ query, rows, days, today }: ListedObligations, say: Wording) {
  const shown = rows.slice(0, ON_A_PAGE);
  return {
    title: say.t('obligations.title'),
    tabs: [undefined, ...OBLIGATION_STATES].map((state) => ({
      text: say.t(state === undefined ? 'obligations.all' : `obligations.states.${state}`),
      path: obligationsPath({ ...query, state, after: undefined }),
      current: state === query.state,
    })),
    query,
    isNarrowed: Boolean(query.kind ?? query.territory),
    kinds: [
      { value: '', text: say.t('obligations.anyKind') },
      ...OBLIGATION_KINDS.map((kind) => ({
        value: kind,
        text: say.t(`obligations.kinds.${kind}`),
      })),
    ],
    table: shown.length > 0 ? presentDuties(shown, say.t('obligations.caption'), say) : undefined,
    figures: days.length > 0 ? figuresTable(days, today, say) : undefined,
    more:
      rows.length > ON_A_PAGE ? obligationsPath({ ...query, after: shown.at(-1)!.id }) : undefined,
    json: '/api/v1/obligations',
  };
}

/** Duties as a table, for the inbox of their owner too. */
export function presentDuties(rows: readonly ObligationRow[], caption: string, say: Wording) {
  return {
    caption,
    columns: ['duty', 'owner', 'due'].map((name) => ({
      text: say.t(`obligations.columns.${name}`),
    })),
    rows: rows.map((row) => ({ cells: cellsOf(row, say) })),
  };
}

function cellsOf(row: ObligationRow, say: Wording) {
  const state = obligationStateOn(row, row.today);
  const { act, point } = obligationRuleOf(row.kind);
  const path = dutyPath(row);
  const source = say.t(`obligations.acts.${act}`, { point });
  return [
    {
      text: say.t(`obligations.kinds.${row.kind}`),
      detail: source,
      ...(path === null ? {} : { path }),
    },
    { text: say.official(row.territoryName).text, detail: ownerText(row, say) },
    {
      badge: { state: BADGES[state], text: dueText(row, say) },
      ...(row.warnedOn === null || row.metOn !== null
        ? {}
        : { detail: say.t('obligations.warnedOn', { on: say.date(row.warnedOn) }) }),
    },
  ];
}

/** The post that owes, and who stands in for its holder. */
function ownerText({ post, standIn }: ObligationRow, say: Wording): string {
  const role = say.t(`roles.${post}`);
  if (!standIn) return role;
  const { name, until } = standIn;
  return `${role}. ${say.t('obligations.standIn', { name, until: say.date(until) })}`;
}

function dueText({ dueOn, metOn, today }: ObligationRow, say: Wording): string {
  const due = say.date(dueOn);
  if (metOn === null) return `${due} · ${say.daysLeft(dueOn, today)}`;
  return say.t('obligations.metOn', { due, met: say.date(metOn) });
}

function figuresTable(days: readonly DutyDaysRow[], today: CivilDate, say: Wording) {
  return {
    caption: say.t('obligations.figures.caption'),
    columns: ['body', 'total', 'overdue', 'inTime', 'median'].map((name, place) => ({
      text: say.t(`obligations.figures.${name}`),
      numeric: place > 0,
    })),
    rows: byBody(days).map(({ post, territoryName, duties }) => {
      const { total, byState, medianDays, inTime } = figuresOf(duties, today);
      return {
        cells: [
          { text: say.official(territoryName).text, detail: say.t(`roles.${post}`) },
          { text: String(total), numeric: true },
          { text: String(byState.overdue), numeric: true },
          { text: inTime === null ? '–' : percentOf(inTime), numeric: true },
          { text: medianDays === null ? '–' : daysOf(medianDays, say), numeric: true },
        ],
      };
    }),
  };
}

function percentOf({ num, den }: Fraction): string {
  return `${(num * 100n) / den} %`;
}

/** Medians stand between whole days at most: `5/2` is written 2,5. */
function daysOf({ num, den }: Fraction, say: Wording): string {
  return den === 1n ? String(num) : `${num / den}${say.lang === 'en' ? '.' : ','}5`;
}
