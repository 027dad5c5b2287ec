import type { RemarkFields } from '#features/assemblies/minutes/make-remark.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { FormFields } from '../_frame/form-fields.js';

/** As long a remark as the API takes. */
export const LONGEST_REMARK = 4_000;

/**
 * A remark as the form sends it.
 *
 * @throws DomainError rule-violated `minutes.remark_empty`, `form.too_long` at the field
 */
export function remarkIn(fields: FormFields): Omit<RemarkFields, 'minutesId'> {
  const text = fields.text('text');
  if (text === '') throw refusedText('minutes.remark_empty');
  if (text.length > LONGEST_REMARK) throw refusedText('form.too_long');
  const language = fields.text('language') === 'ru' ? 'ru' : 'kk';
  return { item: Number.parseInt(fields.text('item'), 10) || null, text, language };
}

function refusedText(code: string): DomainError {
  return new DomainError('rule-violated', 'form.invalid', { faults: [{ code, field: 'text' }] });
}
