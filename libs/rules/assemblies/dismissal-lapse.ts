import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import type { DismissalState } from './dismissal-lifecycle.js';
import { deputiesNeededOn } from './dismissal-votes.js';

/** Somebody says that a dismissal has come to nothing. */
export interface DismissalLapse {
  readonly state: DismissalState;
  readonly on: CivilDate;
  /** Last day of the step that was not taken; null where the law sets none. */
  readonly stepBy: CivilDate | null;
  /** Signatures of deputies that the check found valid. */
  readonly valid: readonly string[];
  /** Deputies of the maslikhat who hold a mandate. */
  readonly deputies: readonly string[];
  /** Does somebody else hold the post by now, or nobody? */
  readonly hasAkimLeft: boolean;
  readonly reasons: OfficialText;
}

/**
 * All faults of ending a dismissal before its session. It ends by itself only: the akim has left the
 * office, no sheets were handed in in time, or the check found too few signatures. Nobody ends it
 * because he wishes to.
 *
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 * @example assessLapse({ state: 'signatures', on: '2026-11-30', stepBy: '2026-11-30', … })
 * // → [{ code: 'dismissal.does_not_lapse', field: 'act' }]
 */
export function assessLapse(lapse: DismissalLapse): readonly Fault[] {
  const languages = missingLanguages(lapse.reasons);
  const faults: Fault[] = [];
  if (!hasComeToNothing(lapse)) faults.push({ code: 'dismissal.does_not_lapse', field: 'act' });
  if (languages.length > 0)
    faults.push({ code: 'dismissal.reasons_missing', field: 'reasons', details: { languages } });
  return faults;
}

function hasComeToNothing({ state, on, stepBy, hasAkimLeft, ...checked }: DismissalLapse): boolean {
  if (hasAkimLeft) return true;
  if (state === 'signatures') return stepBy !== null && on > stepBy;
  if (state !== 'under-check') return false;
  const valid = new Set(checked.valid.filter((one) => checked.deputies.includes(one))).size;
  return valid < deputiesNeededOn(on, checked.deputies.length);
}
