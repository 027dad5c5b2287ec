import { isCivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { FormFaults } from '#platform/views/form.js';
import type { FormFields } from '../_frame/form-fields.js';

/**
 * The day that three fields of a form name.
 *
 * @throws DomainError rule-violated with the fault at the field, where there is no such day
 */
export function dayIn(fields: FormFields, name: string): string {
  const parts = ['Year', 'Month', 'Day'].map((part) => fields.text(`${name}${part}`));
  const day = parts.map((part) => part.padStart(2, '0')).join('-');
  if (isCivilDate(day)) return day;
  const faults = [{ code: 'form.not_a_date', field: name }];
  throw new DomainError('rule-violated', 'form.invalid', { faults });
}

/** The three fields as the part `date-input` takes them. */
export function dayField(
  name: string,
  legend: string,
  { fields, faults }: { readonly fields?: FormFields; readonly faults?: FormFaults },
) {
  return {
    name,
    legend,
    day: fields?.text(`${name}Day`),
    month: fields?.text(`${name}Month`),
    year: fields?.text(`${name}Year`),
    error: faults?.fields[name],
  };
}
