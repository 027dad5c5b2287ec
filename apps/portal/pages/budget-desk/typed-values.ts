import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { parseTenge, type Tiyn } from '#rules/kernel/money.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { SentForm } from '../_frame/sent-form.js';

/** A sum in tenge with or without a minus, as people type it; null where it is none. */
export function findSum(text: string): Tiyn | null {
  const typed = text
    .replaceAll(/[\s\u00a0\u202f₸]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  const size = parseTenge(typed.replace(/^[-+]/, ''));
  return size !== null && typed.startsWith('-') ? -size : size;
}

/**
 * Sums of several fields; an empty one is nothing.
 *
 * @throws DomainError rule-violated `form.invalid` with every field that holds no sum
 */
export function sumsIn<Name extends string>(
  fields: FormFields,
  names: readonly Name[],
): Readonly<Record<Name, Tiyn>> {
  const faults: Fault[] = [];
  const sums = names.map((name) => {
    const text = fields.text(name);
    const sum = text === '' ? 0n : findSum(text);
    if (sum === null) faults.push({ code: 'form.not_a_sum', field: name });
    return [name, sum ?? 0n] as const;
  });
  if (faults.length > 0) throw new DomainError('rule-violated', 'form.invalid', { faults });
  return Object.fromEntries(sums) as Record<Name, Tiyn>;
}

/** The version that a form was opened at; none where it was not sent. */
export function versionIn(fields: FormFields): number | null {
  const text = fields.text('version');
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** What fields hold: as typed, or what a new form begins with. */
export function valuesOf(
  { fields }: SentForm,
  names: readonly string[],
  first: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, fields ? fields.text(name) : (first[name] ?? '')]),
  );
}
