import { DomainError } from '#rules/kernel/domain-error.js';

/** A disk or a quota that is full. */
const FULL = new Set<unknown>(['ENOSPC', 'EDQUOT']);

/**
 * What a person is told when there is no room for a file: to come again. Any other error as it is.
 *
 * @example throw orNoSpace(Object.assign(new Error(), { code: 'ENOSPC' })) // unavailable `file.no_space`
 */
export function orNoSpace(error: unknown): unknown {
  const isFull = FULL.has((error as { code?: unknown } | null)?.code);
  return isFull ? new DomainError('unavailable', 'file.no_space') : error;
}
