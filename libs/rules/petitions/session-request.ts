import type { Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';

/** A petition on its way to a session of the maslikhat. */
export interface SessionRequest {
  /** Has it reached its threshold? What has not stays with the people who sign. */
  readonly reached: boolean;
  /** What the session is asked to decide. */
  readonly proposal: OfficialText;
}

/**
 * All faults of bringing a petition to the maslikhat's session.
 *
 * @law LSG art. 21 (1(5-3): a deputy brings petitions to the session), redaction of 2026-07-01
 * @example assessSessionRequest({ reached: false, … }) // → [{ code: 'session.not_reached' }]
 */
export function assessSessionRequest({ reached, proposal }: SessionRequest): readonly Fault[] {
  const faults: Fault[] = [];
  if (!reached) faults.push({ code: 'session.not_reached' });
  if (missingLanguages(proposal).length > 0)
    faults.push({ code: 'session.proposal_missing', field: 'proposal' });
  return faults;
}
