import type { LegalAct } from '#rules/rulebook/legal-acts.js';

/** What does not follow from what; texts for people are `discrepancies.kinds.<code>`. */
export const DISCREPANCY_KINDS = [
  'winner-without-line',
  'line-without-decision',
  'paid-above-contract',
  'report-overdue',
  'minutes-missing',
  'budget-late',
] as const;

export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

/** The rule that a discrepancy departs from. */
export interface DiscrepancyRule {
  readonly act: LegalAct;
  readonly point: string;
}

const RULES: Readonly<Record<DiscrepancyKind, DiscrepancyRule>> = {
  'winner-without-line': { act: 'budget-planning-rules', point: '84' },
  'line-without-decision': { act: 'budget-code', point: '86–93' },
  'paid-above-contract': { act: 'budget-planning-rules', point: '86–87' },
  'report-overdue': { act: 'budget-planning-rules', point: '85' },
  'minutes-missing': { act: 'local-self-government', point: '39-3(10)' },
  'budget-late': { act: 'budget-code', point: '86–93' },
};

/** `discrepancyRuleOf('report-overdue') // → { act: 'budget-planning-rules', point: '85' }` */
export function discrepancyRuleOf(kind: DiscrepancyKind): DiscrepancyRule {
  return RULES[kind];
}

/** `isDiscrepancyKind('minutes-missing') // → true` */
export function isDiscrepancyKind(text: string): text is DiscrepancyKind {
  return (DISCREPANCY_KINDS as readonly string[]).includes(text);
}
