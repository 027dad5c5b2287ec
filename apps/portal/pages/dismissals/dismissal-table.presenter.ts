import type { DismissalState } from '#rules/assemblies/dismissal-lifecycle.js';
import type { ListedDismissalRow } from '#features/budget/dismissals/dismissal-row.js';
import type { Wording } from '#platform/views/wording.js';

const COLOURS: Readonly<Record<DismissalState, string>> = {
  raised: 'yellow',
  signatures: 'blue',
  'under-check': 'blue',
  'before-session': 'blue',
  proposed: 'orange',
  binding: 'orange',
  kept: 'grey',
  dismissed: 'red',
  lapsed: 'grey',
  'not-adopted': 'grey',
};

export function dismissalTag(state: DismissalState, say: Wording) {
  return { text: say.t(`dismissals.states.${state}`), colour: COLOURS[state] };
}

/** Dismissals as a table; `path` is that of the page each one leads to. */
export function dismissalTable(rows: readonly ListedDismissalRow[], path: string, say: Wording) {
  const columns = ['place', 'state', 'next'];
  return {
    caption: say.t('dismissals.caption'),
    columns: columns.map((column) => ({ text: say.t(`dismissals.columns.${column}`) })),
    rows: rows.map((row) => ({
      cells: [
        {
          text: say.official(row.territoryName).text,
          path: `${path}/${row.id}`,
          detail: say.t('dismissals.raisedOn', { day: say.date(row.raisedOn) }),
        },
        { tag: dismissalTag(row.state, say) },
        nextCell(row, say),
      ],
    })),
  };
}

function nextCell({ stepBy, today }: ListedDismissalRow, say: Wording) {
  if (stepBy === null) return { text: '–' };
  return { badge: stepBadge(stepBy, today, say) };
}

/** The last day of a step that is awaited. */
export function stepBadge(stepBy: string, today: string, say: Wording) {
  const state = stepBy < today ? 'overdue' : 'green';
  return { state, text: `${say.date(stepBy)} · ${say.daysLeft(stepBy, today)}` };
}
