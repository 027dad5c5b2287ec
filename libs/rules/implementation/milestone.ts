import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';

/** Why works are late; texts for people are `works.delays.<code>`. */
export const DELAY_REASONS = [
  'procurement-failed',
  'contractor-failed',
  'weather',
  'underground-networks',
  'land-or-permits',
  'money-not-received',
  'design-changed',
  'materials',
] as const;

export type DelayReason = (typeof DELAY_REASONS)[number];

/** What a phone sends from the building site. */
export interface Milestone {
  readonly on: CivilDate;
  /** Part done, 0–100. */
  readonly percent: number;
  /** Paid in all until that day. */
  readonly paidTiyn: Tiyn;
  readonly finishBy: CivilDate;
  readonly delayReason: DelayReason | null;
  readonly note: string;
}

/** What a milestone is held against. */
export interface MilestoneFacts {
  readonly last: Pick<Milestone, 'on' | 'percent' | 'paidTiyn' | 'finishBy'>;
  readonly today: CivilDate;
}

/** A public change of what is built, with the author's "seen". */
export interface ScopeChange {
  readonly before: OfficialText;
  readonly after: OfficialText;
  readonly reason: OfficialText;
}

/**
 * All faults of a milestone. A later finish needs a reason from the list. Money paid above the
 * contract is taken: what happened is written down, and shown as a discrepancy.
 *
 * @example assessMilestone({ …, finishBy: '2027-07-15', delayReason: null }, facts)
 * // → [{ code: 'milestone.delay_unexplained', field: 'delayReason' }]
 */
export function assessMilestone(milestone: Milestone, facts: MilestoneFacts): readonly Fault[] {
  return [...progressFaults(milestone, facts), ...dayFaults(milestone, facts)];
}

/** Days of a later finish need words: `isDelayed('2027-07-01', '2027-07-15') // → true` */
export function isDelayed(plannedBy: CivilDate, finishBy: CivilDate): boolean {
  return finishBy > plannedBy;
}

/** `isDelayReason('weather') // → true` */
export function isDelayReason(text: string): text is DelayReason {
  return (DELAY_REASONS as readonly string[]).includes(text);
}

/** All faults of a change of scope: both texts and the reason in both languages, and a difference. */
export function assessScopeChange(change: ScopeChange): readonly Fault[] {
  const faults: Fault[] = (['before', 'after', 'reason'] as const)
    .filter((field) => missingLanguages(change[field]).length > 0)
    .map((field) => ({ code: 'scope-change.text_missing', field }));
  if (change.before.kk === change.after.kk && change.before.ru === change.after.ru)
    faults.push({ code: 'scope-change.nothing_changed', field: 'after' });
  return faults;
}

function progressFaults({ percent, paidTiyn }: Milestone, { last }: MilestoneFacts): Fault[] {
  const faults: Fault[] = [];
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    faults.push({ code: 'milestone.percent_impossible', field: 'percent' });
  if (percent < last.percent) {
    const details = { last: last.percent };
    faults.push({ code: 'milestone.percent_fell', field: 'percent', details });
  }
  if (paidTiyn < last.paidTiyn) faults.push({ code: 'milestone.paid_fell', field: 'paid' });
  return faults;
}

function dayFaults(
  { on, finishBy, delayReason }: Milestone,
  { last, today }: MilestoneFacts,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (on > today || on < last.on) faults.push({ code: 'milestone.day_impossible', field: 'on' });
  if (isDelayed(last.finishBy, finishBy) && delayReason === null)
    faults.push({ code: 'milestone.delay_unexplained', field: 'delayReason' });
  return faults;
}
