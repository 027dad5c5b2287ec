import type { DismissalRow } from '#features/budget/dismissals/dismissal-row.js';
import { mayActOnDismissal } from '#features/budget/dismissals/dismissal.policy.js';
import { type DismissalAct, possibleDismissalActs } from '#rules/assemblies/dismissal-lifecycle.js';
import type { SignedIn } from '#platform/identity/signed-in.js';

/** Forms of the acts on a dismissal; texts for people are `dismissals.forms.<name>`. */
export const DISMISSAL_FORMS = ['start', 'sheets', 'check', 'lapse', 'vote', 'decision'] as const;

export type DismissalFormName = (typeof DISMISSAL_FORMS)[number];

/** What a form asks for. */
export interface DismissalFormShape {
  readonly act: DismissalAct;
  readonly hasDay: boolean;
  readonly signers: 'in-office' | 'on-the-sheets' | 'none';
  readonly hasVotes: boolean;
  readonly hasNumber: boolean;
  /** Name of the text under which its faults come. */
  readonly text: 'protocol' | 'reasons' | 'text' | null;
}

export const FORM_SHAPES: Readonly<Record<DismissalFormName, DismissalFormShape>> = {
  start: shape('start', { signers: 'in-office' }),
  sheets: shape('submit-sheets', { signers: 'in-office' }),
  check: shape('confirm-sheets', { signers: 'on-the-sheets', text: 'protocol' }),
  lapse: shape('lapse', { signers: 'on-the-sheets', text: 'reasons' }),
  vote: shape('adopt', { hasDay: false, hasVotes: true, hasNumber: true, text: 'text' }),
  decision: shape('dismiss', { hasNumber: true, text: 'reasons' }),
};

/** Forms that the person may fill in now. */
export function formsFor(dismissal: DismissalRow, person: SignedIn): readonly DismissalFormName[] {
  const possible = possibleDismissalActs(dismissal.state);
  return DISMISSAL_FORMS.filter((name) => {
    const { act } = FORM_SHAPES[name];
    return possible.includes(act) && mayActOnDismissal(person, act, dismissal);
  });
}

/** `formNamed('vote') // → 'vote'`; null for anything else. */
export function formNamed(text: string): DismissalFormName | null {
  return DISMISSAL_FORMS.find((name) => name === text) ?? null;
}

function shape(
  act: DismissalAct,
  asked: Partial<Omit<DismissalFormShape, 'act'>>,
): DismissalFormShape {
  const plain = { hasDay: true, signers: 'none', hasVotes: false, hasNumber: false, text: null };
  return { ...(plain as Omit<DismissalFormShape, 'act'>), ...asked, act };
}
