import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { repeatFrom } from '#rules/assemblies/dismissal-terms.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { dismissalMoved } from './dismissal.events.js';
import { actingOnDismissal } from './dismissal.policy.js';
import { type DismissalInHand, DismissalRepository } from './dismissal.repository.js';

/** After the superior akim kept the akim, the question is raised again once its time has passed. */
@Injectable()
export class RaiseDismissalAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /** @returns the id of the new dismissal */
  async run(person: SignedIn, keptId: string): Promise<string> {
    const id = v7();
    const { today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const repository = tx.of(DismissalRepository);
      const kept = await repository.getForChange(keptId);
      const actor = actingOnDismissal(person, 'start', kept);
      const { state } = kept;
      if (state !== 'kept') throw new DomainError('conflict', 'dismissal.not_kept', { state });
      const hasLeft = await repository.hasAkimLeft(kept, today);
      assertNoFaults('dismissal.invalid', faultsOf(kept, hasLeft, today));
      await repository.raiseAgain(kept, id, today);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'dismissal.raised_again',
        objectKind: 'dismissal',
        objectId: id,
        territory: kept.territory,
        after: { repeats: keptId },
      });
      await tx.of(OutboxRepository).add(dismissalMoved(id));
    });
    return id;
  }
}

function faultsOf(
  { since }: DismissalInHand,
  hasLeft: boolean,
  today: CivilDate,
): readonly Fault[] {
  const earliest = repeatFrom(since);
  const faults: Fault[] = [];
  if (today < earliest)
    faults.push({ code: 'dismissal.too_soon', field: 'on', details: { earliest } });
  if (hasLeft) faults.push({ code: 'dismissal.akim_left', field: 'act' });
  return faults;
}
