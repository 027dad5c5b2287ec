import { type CivilDate, addMonths } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { findRowOn } from '#rules/rulebook/value-on.js';
import { type PetitionState, isOnPublicView } from './petition-lifecycle.js';

/** Another petition about the same subject. */
export interface EarlierPetition {
  readonly state: PetitionState;
  /** Day of the competent body's decision, once there is one. */
  readonly decidedOn: CivilDate | null;
}

/**
 * Why an earlier petition on the same subject bars a new one on a day, or null: it is open, or it
 * was decided less than a year ago. Before the amendment of 2026 only an open one barred.
 *
 * @law APPC art. 90-2(4)
 * @example findBar({ state: 'answered', decidedOn: '2026-05-10' }, '2027-05-09')
 * // → 'decided-lately', and null from 2027-05-10
 */
export function findBar(
  earlier: EarlierPetition,
  on: CivilDate,
): 'still-open' | 'decided-lately' | null {
  if (isOnPublicView(earlier.state)) return 'still-open';
  const months = findRowOn('petition.repeat-bar-months', on)?.value;
  if (months === undefined || earlier.decidedOn === null) return null;
  return on < addMonths(earlier.decidedOn, months) ? 'decided-lately' : null;
}

/** The fault of a refusal that leans on an earlier petition which bars nothing. */
export function assessBar(earlier: EarlierPetition | null, on: CivilDate): readonly Fault[] {
  const field = 'earlierPetition';
  if (earlier === null) return [{ code: 'petition-refusal.earlier_missing', field }];
  return findBar(earlier, on) === null ? [{ code: 'petition-refusal.no_bar', field }] : [];
}
