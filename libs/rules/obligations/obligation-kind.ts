import type { Role } from '#rules/registry/roles.js';
import type { LegalAct } from '#rules/rulebook/legal-acts.js';

/** Duties that the law gives a term; texts for people are `obligations.kinds.<code>`. */
export const OBLIGATION_KINDS = [
  'round-review',
  'round-decision',
  'petition-check',
  'petition-answer',
  'inquiry-answer',
  'quarterly-report',
  'budget-draft',
  'budget-to-maslikhat',
  'budget-approval',
  'budget-quarterly-plan',
  'minutes-handover',
  'akim-answer',
  'monitoring-report',
  'dismissal-sheets',
  'dismissal-check',
  'dismissal-session',
  'dismissal-decision',
] as const;

export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** A post that owes something: a role, which somebody holds in a territory. */
export type OwnerPost = Extract<
  Role,
  'officer' | 'expert' | 'akim' | 'secretary' | 'maslikhat-secretary' | 'deputy'
>;

/** Who owes a duty, by which act, and how long before its last day the owner is warned. */
export interface ObligationRule {
  readonly post: OwnerPost;
  readonly act: LegalAct;
  readonly point: string;
  readonly warningDays: number;
}

/**
 * What is fixed for each kind. The warning is a habit of the product and not of the law: long duties
 * are announced a fortnight ahead, short ones three days.
 *
 * @law PR pp. 80, 83, 85; APPC arts. 90-2…90-6; LSG arts. 21-1, 24, 39-3; BC arts. 86–93
 */
const RULES: Readonly<Record<ObligationKind, ObligationRule>> = {
  'round-review': rule('expert', 'budget-planning-rules', '80', 14),
  'round-decision': rule('expert', 'budget-planning-rules', '83', 3),
  'petition-check': rule('officer', 'administrative-procedure-code', '90-2', 3),
  'petition-answer': rule('officer', 'administrative-procedure-code', '90-5', 3),
  'inquiry-answer': rule('officer', 'local-self-government', '21-1', 7),
  'quarterly-report': rule('officer', 'budget-planning-rules', '85', 7),
  'budget-draft': rule('officer', 'budget-code', '86–93', 14),
  'budget-to-maslikhat': rule('officer', 'budget-code', '86–93', 14),
  'budget-approval': rule('maslikhat-secretary', 'budget-code', '86–93', 3),
  'budget-quarterly-plan': rule('officer', 'budget-code', '86–93', 7),
  'minutes-handover': rule('secretary', 'local-self-government', '39-3(10)', 1),
  'akim-answer': rule('akim', 'local-self-government', '39-3(12)', 2),
  'monitoring-report': rule('secretary', 'local-self-government', '39-3(4)', 14),
  'dismissal-sheets': rule('deputy', 'local-self-government', '24', 3),
  'dismissal-check': rule('maslikhat-secretary', 'local-self-government', '24', 2),
  'dismissal-session': rule('maslikhat-secretary', 'local-self-government', '24', 10),
  'dismissal-decision': rule('akim', 'local-self-government', '24', 3),
};

/** `obligationRuleOf('quarterly-report') // → { post: 'officer', point: '85', … }` */
export function obligationRuleOf(kind: ObligationKind): ObligationRule {
  return RULES[kind];
}

/** `isObligationKind('round-review') // → true` */
export function isObligationKind(text: string): text is ObligationKind {
  return (OBLIGATION_KINDS as readonly string[]).includes(text);
}

function rule(post: OwnerPost, act: LegalAct, point: string, warningDays: number): ObligationRule {
  return { post, act, point, warningDays };
}
