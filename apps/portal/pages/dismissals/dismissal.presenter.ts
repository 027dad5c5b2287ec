import type { HeardReportRow } from '#features/assemblies/akim-answers/heard-report.reader.js';
import type { DismissalActRow, DismissalRow } from '#features/budget/dismissals/dismissal-row.js';
import { deputiesNeededOn } from '#rules/assemblies/dismissal-votes.js';
import type { Wording } from '#platform/views/wording.js';
import { dismissalSteps } from './dismissal-steps.presenter.js';
import { dismissalTag, stepBadge } from './dismissal-table.presenter.js';

export interface ShownDismissal {
  readonly dismissal: DismissalRow;
  /** Reports heard in the unit, the latest first. */
  readonly reports: readonly HeardReportRow[];
}

/** The whole chain on one page: the ground, every step with its last day, the votes by name. */
export function presentDismissal({ dismissal, reports }: ShownDismissal, say: Wording) {
  const { id, state, stepBy, today, acts } = dismissal;
  const place = say.official(dismissal.territoryName).text;
  const title = say.t('dismissals.of', { place });
  return {
    title,
    crumbs: [
      { text: say.t('dismissals.title'), path: '/dismissals' },
      { text: place, path: `/assemblies/${dismissal.territory}` },
      { text: title },
    ],
    tag: dismissalTag(state, say),
    badge: stepBy === null ? undefined : stepBadge(stepBy, today, say),
    rows: headRows(dismissal, say),
    repeats: dismissal.repeats ? `/dismissals/${dismissal.repeats}` : undefined,
    steps: dismissalSteps(dismissal, say),
    reports: dismissal.ground === 'refused-reports' ? refusedReports(reports, say) : [],
    votes: acts.filter(({ votes }) => votes.length > 0).map((act) => votesTable(act, say)),
    json: `/api/v1/dismissals/${id}`,
  };
}

function headRows(dismissal: DismissalRow, say: Wording) {
  const { akim, ground, maslikhatName, deputies, today } = dismissal;
  const row = (name: string, value: string) => ({ key: say.t(`dismissals.rows.${name}`), value });
  const needed = deputiesNeededOn(today, deputies);
  return [
    row('akim', akim ?? say.t('dismissals.noAkim')),
    row('ground', say.t(`dismissals.grounds.${ground}`)),
    row('maslikhat', say.official(maslikhatName).text),
    row('needed', say.t('dismissals.neededOf', { needed, deputies })),
    row('majority', say.t('dismissals.majorityOf', { votes: Math.floor(deputies / 2) + 1 })),
  ];
}

function refusedReports(reports: readonly HeardReportRow[], say: Wording) {
  return reports
    .filter(({ kind, approved }) => kind === 'akim' && !approved)
    .map(({ heldOn, minutesId, minutesNumber, item }) => ({
      text: say.t('dismissals.refusedReport', { day: say.date(heldOn), number: minutesNumber }),
      path: `/minutes/${minutesId}#item-${item}`,
    }));
}

function votesTable({ votes, on, required, ofDeputies }: DismissalActRow, say: Wording) {
  const count = (side: string) => votes.filter((vote) => vote.side === side).length;
  return {
    words: say.t('dismissals.votes.count', {
      inFavour: count('for'),
      against: count('against'),
      abstained: count('abstained'),
      required: required ?? 0,
      deputies: ofDeputies ?? 0,
    }),
    table: {
      caption: say.t('dismissals.votes.caption', { day: say.date(on) }),
      columns: ['deputy', 'side'].map((name) => ({ text: say.t(`dismissals.votes.${name}`) })),
      rows: votes.map(({ id, name, side }) => ({
        cells: [{ text: name, path: `/deputies/${id}` }, { text: say.t(`budgets.sides.${side}`) }],
      })),
    },
  };
}
