import type { DismissalActRow, DismissalRow } from '#features/budget/dismissals/dismissal-row.js';
import type { DismissalAct, DismissalState } from '#rules/assemblies/dismissal-lifecycle.js';
import { isFinalDismissalState } from '#rules/assemblies/dismissal-lifecycle.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import type { Wording } from '#platform/views/wording.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';

/** Steps of the law in their sequence; texts for people are `dismissals.awaited.<step>`. */
const STEPS = ['start', 'sheets', 'check', 'vote', 'decision'] as const;

type Step = (typeof STEPS)[number];

/** The step that a state waits for. */
const AWAITED: Partial<Readonly<Record<DismissalState, Step>>> = {
  raised: 'start',
  signatures: 'sheets',
  'under-check': 'check',
  'before-session': 'vote',
  proposed: 'decision',
  binding: 'decision',
};

const SIGNED: readonly DismissalAct[] = ['start', 'submit-sheets', 'confirm-sheets', 'lapse'];

/** What was done, what is awaited, and what the law puts after it. */
export function dismissalSteps(dismissal: DismissalRow, say: Wording) {
  const { acts, state } = dismissal;
  const done = acts.map((act, place) => doneStep(act, acts[place - 1], say));
  const ahead = isFinalDismissalState(state) ? [] : stepsAhead(dismissal, say);
  return [raisedStep(dismissal, say), ...done, ...ahead];
}

function raisedStep({ ground, raisedOn, minutes, repeats }: DismissalRow, say: Wording) {
  const isAgain = repeats !== null;
  const anchor = minutes?.item ? `#item-${minutes.item}` : '';
  const number = minutes?.number;
  return {
    state: 'done',
    at: say.date(raisedOn),
    text: say.t(isAgain ? 'dismissals.raisedAgain' : `dismissals.raised.${ground}`),
    path: minutes?.isPublic ? `/minutes/${minutes.id}${anchor}` : undefined,
    details: number ? [say.t('assemblies.paper.title', { number })] : [],
  };
}

function doneStep(act: DismissalActRow, before: DismissalActRow | undefined, say: Wording) {
  const due = before?.stepBy ?? null;
  return {
    state: 'done',
    at: say.date(act.on),
    text: say.t(`dismissals.acts.${act.act}`),
    who: say.official(act.post).text,
    details: [
      ...detailsOf(act, say),
      ...(due !== null && act.on <= due ? [dueWords('inTime', due, say)] : []),
    ],
    late:
      due !== null && act.on > due
        ? { state: 'overdue', text: dueWords('late', due, say) }
        : undefined,
    files: act.enclosures.map((file) => presentEnclosure(file, say)),
  };
}

function detailsOf(act: DismissalActRow, say: Wording): readonly string[] {
  const { deputies, ofDeputies, required, session, present, quorum, actNumber, text } = act;
  const signed = { signed: deputies.length, deputies: ofDeputies ?? 0, required: required ?? 0 };
  return [
    ...(SIGNED.includes(act.act) && deputies.length > 0
      ? [say.t('dismissals.signed', signed), deputies.map(({ name }) => name).join(', ')]
      : []),
    ...(session ? [say.t('dismissals.atSession', { number: session.number })] : []),
    ...(present !== null && quorum !== null
      ? [say.t('dismissals.quorum', { present, quorum })]
      : []),
    ...(actNumber ? [say.t('dismissals.actNumber', { number: actNumber })] : []),
    ...(text.kk ? [say.official(text).text] : []),
  ];
}

function dueWords(key: 'late' | 'inTime', due: string, say: Wording): string {
  return say.t(`dismissals.${key}`, { day: say.date(due) });
}

function stepsAhead({ state, stepBy, today, since }: DismissalRow, say: Wording) {
  const awaited = STEPS.indexOf(AWAITED[state]!);
  const isLate = stepBy !== null && stepBy < today;
  return STEPS.slice(awaited).map((step, place) => ({
    state: place > 0 ? 'ahead' : isLate ? 'missing' : 'current',
    at: place === 0 && stepBy ? say.t('dismissals.by', { day: say.date(stepBy) }) : undefined,
    text: say.t(`dismissals.awaited.${step}`),
    details: [termOf(step, since, say)],
    late:
      place === 0 && isLate ? { state: 'overdue', text: say.t('dismissals.missing') } : undefined,
  }));
}

/** How long the law gives for a step. */
function termOf(step: Step, on: string, say: Wording): string {
  switch (step) {
    case 'start':
      return say.t('dismissals.terms.none');
    case 'sheets':
      return workingDays(valueOn('akim-dismissal.signatures-working-days', on), say);
    case 'check':
      return workingDays(valueOn('akim-dismissal.check-working-days', on), say);
    case 'vote':
      return say.t('dismissals.terms.months', {
        count: valueOn('akim-dismissal.session-months', on),
      });
    case 'decision':
      return workingDays(valueOn('akim-dismissal.superior-working-days', on), say);
  }
}

function workingDays(count: number, say: Wording): string {
  return say.t('dismissals.terms.workingDays', { count });
}
