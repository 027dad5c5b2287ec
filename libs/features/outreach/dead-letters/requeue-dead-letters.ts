import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { DeadLetterRepository } from './dead-letter.repository.js';
import { lookingAfterDeadLetters } from './dead-letters.policy.js';

export interface Requeuing {
  /** Null: all of them. */
  readonly ids: readonly string[] | null;
  readonly reason: string;
}

const SHORTEST_REASON = 10;

/** What failed for good is tried anew, with a reason in the public audit trail. */
@Injectable()
export class RequeueDeadLetters {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @returns how many are on their way again
   * @throws DomainError rule-violated `switch.invalid` without a reason
   */
  async run(person: SignedIn, { ids, reason }: Requeuing): Promise<number> {
    const actor = lookingAfterDeadLetters(person);
    const fault = { code: 'switch.reason_too_short', field: 'reason' };
    assertNoFaults('switch.invalid', reason.trim().length < SHORTEST_REASON ? [fault] : []);
    return this.unitOfWork.run(async (tx) => {
      const count = await tx.of(DeadLetterRepository).requeue(ids);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'portal.dead_letters_requeued',
        objectKind: 'portal',
        objectId: 'messages',
        territory: actor.territory,
        after: { count, reason },
      });
      return count;
    });
  }
}
