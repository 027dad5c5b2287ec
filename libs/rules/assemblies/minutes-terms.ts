import { deadlineOf } from '#rules/calendar/deadline.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type LocalOverride, valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import type { VotingBody } from './body-kind.js';

/**
 * Last day for the remarks of members on draft minutes.
 *
 * @throws DomainError unavailable `calendar.year_unknown`
 * @law LSG art. 39-3(10) is silent: a default until local rules set a term
 * @example remarksUntil('2026-11-16', []) // → '2026-11-19'
 */
export function remarksUntil(shownOn: CivilDate, overrides: readonly LocalOverride[]): CivilDate {
  const { value } = valueForTerritoryOn('minutes.remarks-days', shownOn, overrides);
  return deadlineOf(shownOn, { kind: 'calendar-days', count: value });
}

/**
 * Last day for handing signed minutes to the akim or, where they initiate the akim's dismissal, to
 * the maslikhat.
 *
 * @throws DomainError unavailable `calendar.year_unknown`
 * @law LSG art. 39-3(10); terms by the model rules, not read (`law.md` §3)
 * @example handoverBy('2026-11-20', { body: 'assembly', asksDismissal: false }, []) // → '2026-11-24'
 */
export function handoverBy(
  heldOn: CivilDate,
  minutes: { readonly body: VotingBody; readonly asksDismissal: boolean },
  overrides: readonly LocalOverride[],
): CivilDate {
  const key =
    minutes.asksDismissal && minutes.body === 'assembly'
      ? 'assembly.dismissal-handover-working-days'
      : (`${minutes.body}.handover-working-days` as const);
  const { value } = valueForTerritoryOn(key, heldOn, overrides);
  return deadlineOf(heldOn, { kind: 'working-days', count: value });
}
