import type { MinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import { isMinutesEditable } from '#rules/assemblies/minutes-lifecycle.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Transaction } from '#platform/persistence/unit-of-work.js';
import type { MeetingRecord } from './meeting.record.js';
import { MinutesStateRepository } from './minutes-state.repository.js';

/**
 * The list of those present may be written from the convening on, until the minutes leave the draft.
 *
 * @throws DomainError conflict `attendance.closed`
 */
export async function assertHallOpen(tx: Transaction, meeting: MeetingRecord): Promise<void> {
  const { state } = meeting;
  if (state === 'planned' || state === 'cancelled')
    throw new DomainError('conflict', 'attendance.closed', { state });
  await assertStillWritten(tx, meeting, 'attendance.closed');
}

/**
 * Nothing that minutes are made of changes once they are shown or signed.
 *
 * @throws DomainError conflict, with the code given
 */
export async function assertStillWritten(
  tx: Transaction,
  { id }: Pick<MeetingRecord, 'id'>,
  code: 'attendance.closed' | 'writing.closed',
): Promise<void> {
  const state: MinutesState | null = await tx.of(MinutesStateRepository).find(id);
  if (state !== null && !isMinutesEditable(state))
    throw new DomainError('conflict', code, { minutes: state });
}
