import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { SecrecyMode } from '#rules/participation/secrecy-mode.js';

/** What of a round decides whether an auditor may still register a key. */
export interface OpeningKeyTerms {
  readonly secrecy: SecrecyMode;
  /** Both as instants in milliseconds. */
  readonly now: number;
  readonly votingFrom: number;
}

/** A public key of age: X25519, or the hybrid that quantum computers do not break either. */
const RECIPIENT = /^age1(pq1)?[02-9ac-hj-np-z]{58,2200}$/;

/**
 * May an auditor register this public key: only before the voting opens, so that voters know who can
 * open their ballots, and only where nothing is opened to everybody anyway.
 *
 * @throws DomainError rule-violated `ledger.key_invalid` with all faults
 * @example assertOpeningKey({ secrecy: 'presence', now: 1, votingFrom: 2 }, 'age1…')
 */
export function assertOpeningKey(
  { secrecy, now, votingFrom }: OpeningKeyTerms,
  recipient: string,
): void {
  assertNoFaults('ledger.key_invalid', [
    ...(now >= votingFrom ? [{ code: 'ledger.key_too_late' }] : []),
    ...(secrecy === 'presence' ? [] : [{ code: 'ledger.key_not_needed' }]),
    ...(RECIPIENT.test(recipient) ? [] : [{ code: 'ledger.key_unreadable', field: 'recipient' }]),
  ]);
}
