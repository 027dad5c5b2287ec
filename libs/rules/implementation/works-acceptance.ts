import { type CivilDate, addMonths } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';

/** Acceptance of finished works. */
export interface WorksAcceptance {
  readonly actNumber: string;
  readonly acceptedOn: CivilDate;
  readonly warrantyMonths: number;
  readonly photosAfter: number;
}

/**
 * All faults of an acceptance: an act, finished works, pictures of them, a warranty.
 *
 * @example assessAcceptance({ …, photosAfter: 0 }, { percent: 100, … })
 * // → [{ code: 'acceptance.no_photo', field: 'photos' }]
 */
export function assessAcceptance(
  acceptance: WorksAcceptance,
  facts: { readonly percent: number; readonly startedOn: CivilDate; readonly today: CivilDate },
): readonly Fault[] {
  const { actNumber, acceptedOn, warrantyMonths, photosAfter } = acceptance;
  const faults: [boolean, string, string][] = [
    [actNumber.trim() !== '', 'acceptance.act_missing', 'actNumber'],
    [facts.percent === 100, 'acceptance.not_finished', 'percent'],
    [
      facts.startedOn <= acceptedOn && acceptedOn <= facts.today,
      'acceptance.day_impossible',
      'acceptedOn',
    ],
    [
      Number.isInteger(warrantyMonths) && warrantyMonths >= 0,
      'acceptance.warranty_impossible',
      'warrantyMonths',
    ],
    [photosAfter > 0, 'acceptance.no_photo', 'photos'],
  ];
  return faults.filter(([isLawful]) => !isLawful).map(([, code, field]) => ({ code, field }));
}

/** Last day of the warranty: `warrantyUntil('2027-08-31', 18) // → '2029-02-28'` */
export function warrantyUntil(acceptedOn: CivilDate, months: number): CivilDate {
  return addMonths(acceptedOn, months);
}

/** What a resident says of finished works. */
export interface ResidentReport {
  readonly verdict: 'built' | 'not-so';
  readonly text: string;
  readonly photos: number;
}

/** Faults of a resident's report: who says "it is not so" says what, and shows it. */
export function assessResidentReport(report: ResidentReport): readonly Fault[] {
  if (report.verdict === 'built') return [];
  const faults: Fault[] = [];
  if (report.text.trim() === '')
    faults.push({ code: 'resident-report.text_missing', field: 'text' });
  if (report.photos === 0) faults.push({ code: 'resident-report.photo_missing', field: 'photos' });
  return faults;
}
