import type { ListedDismissalRow } from '#features/budget/dismissals/dismissal-row.js';
import type { Wording } from '#platform/views/wording.js';
import { dismissalTag, stepBadge } from '../dismissals/dismissal-table.presenter.js';

/** The dismissal that minutes raised, where they did. */
export function raisedBy(dismissal: ListedDismissalRow | null, say: Wording) {
  return { dismissal: dismissal ? dismissalDoor(dismissal, say) : undefined };
}

/** The way to a dismissal, with where it stands and the last day of its next step. */
export function dismissalDoor(dismissal: ListedDismissalRow, say: Wording) {
  const { id, state, stepBy, raisedOn, today } = dismissal;
  return {
    path: `/dismissals/${id}`,
    text: say.t('dismissals.of', { place: say.official(dismissal.territoryName).text }),
    detail: say.t('dismissals.raisedOn', { day: say.date(raisedOn) }),
    tag: dismissalTag(state, say),
    badge: stepBy === null ? undefined : stepBadge(stepBy, today, say),
  };
}
