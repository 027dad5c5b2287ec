import { type CivilDate, isCivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { SentForm } from '../_frame/sent-form.js';

/**
 * The day that three fields of a form name.
 *
 * @throws DomainError rule-violated with the fault at the field, where there is no such day
 */
export function dayIn(fields: FormFields, name: string): string {
  const day = findDayIn(fields, name);
  if (day !== null) return day;
  const faults = [{ code: 'form.not_a_date', field: name }];
  throw new DomainError('rule-violated', 'form.invalid', { faults });
}

/** The day, or null where the three fields name none. */
export function findDayIn(fields: FormFields, name: string): CivilDate | null {
  const parts = ['Year', 'Month', 'Day'].map((part) => fields.text(`${name}${part}`));
  const day = parts.map((part) => part.padStart(2, '0')).join('-');
  return isCivilDate(day) ? day : null;
}

/** The three fields as the part `date-input` takes them. */
export function dayField(
  name: string,
  legend: string,
  { fields, faults }: SentForm,
  suggested?: CivilDate,
) {
  const [year, month, day] = suggested?.split('-') ?? [];
  return {
    name,
    legend,
    day: fields?.text(`${name}Day`) ?? day,
    month: fields?.text(`${name}Month`) ?? month,
    year: fields?.text(`${name}Year`) ?? year,
    error: faults?.fields[name],
  };
}
