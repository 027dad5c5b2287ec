import type { MinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

/** How far the minutes of a meeting have come; asked under the lock of the meeting. */
export class MinutesStateRepository extends TransactionalRepository {
  /** Null while none are begun. */
  async find(meetingId: string): Promise<MinutesState | null> {
    const rows: { state: MinutesState }[] = await this.manager.query(
      `select state from minutes where meeting_id = $1`,
      [meetingId],
    );
    return rows[0]?.state ?? null;
  }
}
