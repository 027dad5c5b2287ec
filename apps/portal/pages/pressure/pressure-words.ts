import type { PressureReportRow } from '#features/proof/pressure-reports/pressure-report-row.js';
import type { Wording } from '#platform/views/wording.js';

const COLOURS = {
  received: 'yellow',
  'taken-up': 'blue',
  'passed-on': 'purple',
  answered: 'green',
} as const;

/** The state of a case as a tag. */
export function stateTag({ state }: PressureReportRow, say: Wording) {
  return { text: say.t(`pressure.states.${state}`), colour: COLOURS[state] };
}

/** Number, kind and dates of a case. */
export function caseFacts(row: PressureReportRow, say: Wording) {
  return [
    { key: say.t('pressure.case'), value: row.number },
    { key: say.t('pressure.kind'), value: say.t(`pressure.kinds.${row.kind}`) },
    { key: say.t('pressure.place'), value: say.official(row.territoryName).text },
    { key: say.t('pressure.receivedOn'), value: say.date(row.receivedOn) },
    { key: say.t('pressure.dueOn'), value: say.date(row.dueOn) },
  ];
}

/** What was done about a case, in its sequence. */
export function caseSteps({ acts }: PressureReportRow, say: Wording) {
  return acts.map(({ kind, on, words }) => ({
    at: say.date(on),
    text: say.t(`pressure.states.${kind}`),
    detail: words,
    state: 'done',
  }));
}
