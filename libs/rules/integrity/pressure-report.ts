import type { Fault } from '#rules/kernel/domain-error.js';

/** What somebody has seen or suffered. */
export const PRESSURE_KINDS = ['pressure', 'vote-buying', 'voted-for-another', 'other'] as const;
export type PressureKind = (typeof PRESSURE_KINDS)[number];

/** A report as it is written; who writes it is not asked. */
export interface WrittenPressureReport {
  readonly kind: string;
  readonly text: string;
  /** How to reach the reporter, where she wishes it. */
  readonly contact: string;
}

const SHORTEST_TEXT = 20;
const LONGEST_TEXT = 4_000;
const LONGEST_CONTACT = 200;

/**
 * All faults of a report of pressure or vote buying.
 *
 * @example assessPressureReport({ kind: 'pressure', text: '', contact: '' })
 * // → [{ code: 'pressure.text_short', field: 'text', details: { least: 20 } }]
 */
export function assessPressureReport(report: WrittenPressureReport): readonly Fault[] {
  const { kind, text, contact } = report;
  const faults: Fault[] = [];
  if (!(PRESSURE_KINDS as readonly string[]).includes(kind))
    faults.push({ code: 'form.choose_one', field: 'kind' });
  if (text.trim().length < SHORTEST_TEXT)
    faults.push({ code: 'pressure.text_short', field: 'text', details: { least: SHORTEST_TEXT } });
  if (text.length > LONGEST_TEXT) faults.push({ code: 'form.too_long', field: 'text' });
  if (contact.length > LONGEST_CONTACT) faults.push({ code: 'form.too_long', field: 'contact' });
  return faults;
}

/** What is done about a report, in this sequence; only an answer ends it. */
export const PRESSURE_ACTS = ['taken-up', 'passed-on', 'answered'] as const;
export type PressureAct = (typeof PRESSURE_ACTS)[number];

export type PressureState = 'received' | PressureAct;

const NEXT: Readonly<Record<PressureState, readonly PressureAct[]>> = {
  received: ['taken-up', 'passed-on', 'answered'],
  'taken-up': ['passed-on', 'answered'],
  'passed-on': ['answered'],
  answered: [],
};

/** `possiblePressureActs('passed-on') // → ['answered']` */
export function possiblePressureActs(state: PressureState): readonly PressureAct[] {
  return NEXT[state];
}

/**
 * All faults of an act on a report: it must be possible now, and must say something to the reporter.
 *
 * @example assessPressureAct('answered', { kind: 'taken-up', words: 'x' })[0]?.code // → 'pressure.act_not_now'
 */
export function assessPressureAct(
  state: PressureState,
  act: { readonly kind: string; readonly words: string },
): readonly Fault[] {
  const faults: Fault[] = [];
  if (!(NEXT[state] as readonly string[]).includes(act.kind))
    faults.push({ code: 'pressure.act_not_now', field: 'kind', details: { state } });
  if (act.words.trim() === '') faults.push({ code: 'pressure.words_missing', field: 'words' });
  if (act.words.length > LONGEST_TEXT) faults.push({ code: 'form.too_long', field: 'words' });
  return faults;
}
