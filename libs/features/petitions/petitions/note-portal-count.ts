import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError, assertNoFaults } from '#rules/kernel/domain-error.js';
import { isSignedHere } from '#rules/petitions/petition-kind.js';
import { takesSignatures } from '#rules/petitions/petition-lifecycle.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { auditedAct } from './petition-audit.js';
import { PetitionActRepository } from './petition-act.repository.js';
import { PETITION_THRESHOLD_REACHED, petitionEvent } from './petition.events.js';
import { actingAsChecker } from './petition.policy.js';
import type { PetitionRecord } from './petition.record.js';
import { PetitionRepository } from './petition.repository.js';

/** What an officer saw on the state portal. */
export interface PortalCount {
  readonly id: string;
  readonly signatures: number;
  readonly seenOn: CivilDate;
}

/** An officer notes how many people have joined a followed petition on the state portal. */
@Injectable()
export class NotePortalCount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run(officer: SignedIn, { id, signatures, seenOn }: PortalCount): Promise<void> {
    const countId = v7();
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const petitions = tx.of(PetitionRepository);
      const petition = await petitions.getForChange(id);
      const { path } = await petitions.getPlace(petition.territoryKato);
      const { deputyId } = petition;
      const actor = actingAsChecker(officer, { deputyId, territoryPath: path });
      assertFollowed(petition);
      assertSeen(seenOn, today);
      const before = await petitions.getTally(id);
      const justReached = await petitions.setPortalCount(id, signatures);
      const act = { petitionId: id, actor, at };
      await tx.of(PetitionActRepository).addPortalCount(countId, act, { signatures, seenOn });
      const change = { before: { signatures: before.valid }, after: { signatures, seenOn } };
      const entry = auditedAct(petition, 'petition.portal_count_noted', change);
      await tx.of(AuditEntryRepository).add(actor, entry);
      if (justReached)
        await tx.of(OutboxRepository).add(petitionEvent(PETITION_THRESHOLD_REACHED, id));
    });
  }
}

function assertSeen(seenOn: CivilDate, today: CivilDate): void {
  if (seenOn <= today) return;
  assertNoFaults('petition.invalid', [{ code: 'petition.seen_in_future', field: 'seenOn' }]);
}

function assertFollowed({ kind, state }: PetitionRecord): void {
  if (isSignedHere(kind)) throw new DomainError('conflict', 'petition.signed_here');
  if (!takesSignatures(state)) throw new DomainError('conflict', 'petition.not_open', { state });
}
