import { DomainError } from '#rules/kernel/domain-error.js';

/**
 * Nobody has changed the row since the version that a change starts from; null asks for nothing.
 *
 * @throws DomainError stale `platform.stale` with the current version
 */
export function assertCurrent(version: number, expected: number | null): void {
  if (expected !== null && expected !== version)
    throw new DomainError('stale', 'platform.stale', { version });
}
