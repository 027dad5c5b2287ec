import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { type MinutesState, isFrozen } from './minutes-lifecycle.js';

/** A correction of frozen minutes: it stands beside the text and never changes it. */
export interface Erratum {
  readonly on: CivilDate;
  /** Agenda item that it corrects, from 1; null for the heading and the lists. */
  readonly item: number | null;
  readonly was: OfficialText;
  readonly becomes: OfficialText;
  readonly reason: OfficialText;
}

/** Minutes about to get an erratum. */
export interface CorrectedMinutes {
  readonly state: MinutesState;
  readonly signedOn: CivilDate;
  readonly items: number;
}

/** The number of the next erratum: `nextErratumNumber([1, 2]) // → 3` */
export function nextErratumNumber(numbers: readonly number[]): number {
  return Math.max(0, ...numbers) + 1;
}

/**
 * All faults of an erratum: the minutes are signed, the item exists, the day is not before the
 * signatures, all three texts stand in both languages.
 *
 * @example assessErratum({ ...erratum, item: 9 }, minutesOfFourItems, today)
 * // → [{ code: 'erratum.item_unknown', field: 'item', details: { items: 4 } }]
 */
export function assessErratum(
  erratum: Erratum,
  minutes: CorrectedMinutes,
  today: CivilDate,
): readonly Fault[] {
  const { on, item } = erratum;
  const faults: Fault[] = [];
  if (!isFrozen(minutes.state)) faults.push({ code: 'erratum.minutes_not_signed' });
  if (item !== null && (!Number.isSafeInteger(item) || item < 1 || item > minutes.items))
    faults.push({ code: 'erratum.item_unknown', field: 'item', details: { items: minutes.items } });
  if (on < minutes.signedOn || on > today)
    faults.push({ code: 'erratum.day_impossible', field: 'on' });
  return [...faults, ...textFaults(erratum)];
}

function textFaults(erratum: Erratum): readonly Fault[] {
  return (['was', 'becomes', 'reason'] as const).flatMap((field) => {
    const languages = missingLanguages(erratum[field]);
    if (languages.length === 0) return [];
    return [{ code: 'erratum.text_missing', field, details: { languages } }];
  });
}
