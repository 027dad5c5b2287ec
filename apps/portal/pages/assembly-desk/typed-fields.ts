import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { FormFields } from '../_frame/form-fields.js';

/** Both languages of a text, as typed. */
export function textsIn(fields: FormFields, name: string): OfficialText {
  return { kk: fields.text(`${name}Kk`), ru: fields.text(`${name}Ru`) };
}

/**
 * An address on the web; null where none was typed.
 *
 * @throws DomainError rule-violated `form.not_a_link` at the field
 */
export function addressOr(fields: FormFields, name: string): string | null {
  const text = fields.text(name);
  if (text === '') return null;
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw refusedField('form.not_a_link', name);
}

/** A form with a fault at one of its fields. */
export function refusedField(code: string, field: string): DomainError {
  return new DomainError('rule-violated', 'form.invalid', { faults: [{ code, field }] });
}
