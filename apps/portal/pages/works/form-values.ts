import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { formatTenge, parseTenge, type Tiyn } from '#rules/kernel/money.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { SentForm } from '../_frame/sent-form.js';

/**
 * A sum in tenge as people type it, with blanks between thousands.
 *
 * @throws DomainError rule-violated with the fault at the field
 */
export function sumIn(fields: FormFields, name: string): Tiyn {
  const sum = parseTenge(fields.text(name).replaceAll(/\s/g, '').replace(',', '.'));
  if (sum !== null) return sum;
  const faults = [{ code: 'form.not_a_sum', field: name }];
  throw new DomainError('rule-violated', 'form.invalid', { faults });
}

/** A whole number; NaN, which every rule refuses, where it is none. */
export function wholeIn(fields: FormFields, name: string): number {
  const text = fields.text(name);
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

export function pairIn(fields: FormFields, name: string) {
  return { kk: fields.text(`${name}Kk`), ru: fields.text(`${name}Ru`) };
}

/** A day as the part `date-input` takes it; a new form begins with the day given. */
export function dayInput(
  name: string,
  legend: string,
  { sent, first }: { readonly sent: SentForm; readonly first: CivilDate | undefined },
) {
  const [year, month, day] = (first ?? '').split('-');
  const { fields, faults } = sent;
  return {
    name,
    legend,
    day: fields ? fields.text(`${name}Day`) : day,
    month: fields ? fields.text(`${name}Month`) : month,
    year: fields ? fields.text(`${name}Year`) : year,
    error: faults?.fields[name],
  };
}

/** What a field of a new form begins with. */
export function firstValue(sent: SentForm, name: string, first: string): string {
  return sent.fields ? sent.fields.text(name) : first;
}

/** `typedSum(90000000n) // → '900000'` */
export function typedSum(sum: Tiyn): string {
  return formatTenge(sum);
}
