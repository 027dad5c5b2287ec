import { Injectable } from '@nestjs/common';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { withoutIdempotencyClaim } from '#platform/persistence/idempotency-claim.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import type { Actor } from '../../registry/officers/actor.js';

/** A meeting that was to be convened. */
export interface ConveningTry {
  readonly id: string;
  readonly territory: string;
  readonly kind: string;
  readonly meetingOn: string;
  readonly noticeOn: string | null;
}

/** Convenings that the rules refuse leave a line in the audit trail too. */
@Injectable()
export class RefusedConvenings {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError rule-violated `convening.refused` with all faults, after they are recorded */
  async assertNone(actor: Actor, attempt: ConveningTry, faults: readonly Fault[]): Promise<void> {
    if (faults.length === 0) return;
    const { id, territory, ...tried } = attempt;
    await withoutIdempotencyClaim(() =>
      this.unitOfWork.run((tx) =>
        tx.of(AuditEntryRepository).add(actor, {
          act: 'meeting.convening_refused',
          objectKind: 'meeting',
          objectId: id,
          territory,
          after: { ...tried, faults },
        }),
      ),
    );
    assertNoFaults('convening.refused', faults);
  }
}
