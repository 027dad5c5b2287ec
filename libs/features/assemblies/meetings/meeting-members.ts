import type { Transaction } from '#platform/persistence/unit-of-work.js';
import type { MeetingRecord } from './meeting.record.js';
import { MeetingRepository } from './meeting.repository.js';

/** Members with the right to take part: as fixed at the opening, or delegates in office so far. */
export async function membersOf(
  tx: Transaction,
  { members, bodyId, heldOn }: Pick<MeetingRecord, 'members' | 'bodyId' | 'heldOn'>,
): Promise<number> {
  if (members !== null || bodyId === null) return members ?? 0;
  return (await tx.of(MeetingRepository).listDelegates(bodyId, heldOn)).length;
}
