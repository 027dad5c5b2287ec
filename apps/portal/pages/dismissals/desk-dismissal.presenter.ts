import type { DismissalRow } from '#features/budget/dismissals/dismissal-row.js';
import { mayActOnDismissal } from '#features/budget/dismissals/dismissal.policy.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Wording } from '#platform/views/wording.js';
import { formsFor } from './dismissal-form.js';
import { dismissalTag, stepBadge } from './dismissal-table.presenter.js';

/** One dismissal on the desk: where it stands and what the person may record. */
export function presentDeskDismissal(dismissal: DismissalRow, person: SignedIn, say: Wording) {
  const { id, state, stepBy, today } = dismissal;
  const path = `/dismissal-desk/${id}`;
  const mayRepeat = state === 'kept' && mayActOnDismissal(person, 'start', dismissal);
  return {
    title: say.t('dismissals.of', { place: say.official(dismissal.territoryName).text }),
    back: '/dismissal-desk',
    tag: dismissalTag(state, say),
    badge: stepBy === null ? undefined : stepBadge(stepBy, today, say),
    forms: formsFor(dismissal, person).map((name) => ({
      path: `${path}/${name}`,
      text: say.t(`dismissals.forms.${name}`),
    })),
    again: mayRepeat ? `${path}/again` : undefined,
    public: `/dismissals/${id}`,
  };
}
