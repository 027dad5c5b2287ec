import { INTEGRITY_SIGNALS } from '#rules/integrity/integrity-report.js';
import type { BatchOfFinding } from '#rules/integrity/quarantine.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { FormFields } from '../_frame/form-fields.js';

/** @throws DomainError not-found `quarantine.no_such_finding` for what is no signal */
export function batchIn(text: (name: string) => string): BatchOfFinding {
  const signal = INTEGRITY_SIGNALS.find((one) => one === text('signal'));
  if (!signal) throw new DomainError('not-found', 'quarantine.no_such_finding');
  return { signal, where: text('where') || null };
}

/** A reason or a decision in both languages. */
export function textIn(fields: FormFields): OfficialText {
  return { kk: fields.text('kk'), ru: fields.text('ru') };
}
