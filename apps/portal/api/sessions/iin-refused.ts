import { DomainError } from '#rules/kernel/domain-error.js';

/** A refusal that stands beside the field of the IIN. */
export function iinRefused(code: string): DomainError {
  return new DomainError('rule-violated', code, { faults: [{ code, field: 'iin' }] });
}
