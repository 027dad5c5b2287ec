import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { type Moment, toEpochMs } from '#rules/kernel/instant.js';

/** When proposals are taken in: `until` is the first instant after the window. */
export interface IntakeWindow {
  readonly from: Moment;
  readonly until: Moment;
}

/** Where an instant lies to the intake. */
export type IntakeSide = 'before' | 'open' | 'after';

/**
 * Is the intake open at an instant of the database clock?
 *
 * @law PR p. 78
 * @example intakeSideAt('2027-03-02T00:00:00+05:00', { from, until: '2027-03-02T00:00:00+05:00' })
 * // → 'after': 1 March was the last day
 */
export function intakeSideAt(now: Moment, { from, until }: IntakeWindow): IntakeSide {
  const nowMs = toEpochMs(now);
  if (nowMs < toEpochMs(from)) return 'before';
  return nowMs < toEpochMs(until) ? 'open' : 'after';
}

/**
 * Lets a proposal be written or submitted while the intake is open.
 *
 * @law PR p. 78
 * @throws DomainError rule-violated `proposal.intake_not_open`, `proposal.intake_closed`
 */
export function assertIntakeOpen(now: Moment, window: IntakeWindow): void {
  const side = intakeSideAt(now, window);
  if (side === 'before') {
    const opens = new Date(toEpochMs(window.from)).toISOString();
    throw new DomainError('rule-violated', 'proposal.intake_not_open', { opens });
  }
  if (side === 'after') {
    const closed = new Date(toEpochMs(window.until)).toISOString();
    throw new DomainError('rule-violated', 'proposal.intake_closed', { closed });
  }
}

/**
 * Lets a returned proposal be corrected up to and including its last day, whether or not new ones
 * are still taken in.
 *
 * @throws DomainError rule-violated `proposal.correction_too_late`
 * @example assertCorrectionInTime('2027-03-12', '2027-03-11') // throws
 */
export function assertCorrectionInTime(today: CivilDate, correctBy: CivilDate | null): void {
  if (correctBy !== null && today > correctBy)
    throw new DomainError('rule-violated', 'proposal.correction_too_late', { correctBy });
}
