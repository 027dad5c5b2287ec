import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { openingTerms } from './opening-terms.js';
import { auditedAct } from './petition-audit.js';
import { PetitionActRepository } from './petition-act.repository.js';
import { PetitionLocalActsReader } from './petition-local-acts.reader.js';
import { PETITION_OPENED, petitionEvent } from './petition.events.js';
import { actingAsChecker } from './petition.policy.js';
import { PetitionRepository } from './petition.repository.js';
import type { SeenVersion } from './submit-petition.js';

/** The officer of the check finds nothing against a petition: people may sign from now on. */
@Injectable()
export class OpenPetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly localActs: PetitionLocalActsReader,
  ) {}

  async run(officer: SignedIn, { id, version }: SeenVersion): Promise<void> {
    const { at, today } = await this.clock.now();
    const overrides = await this.localActs.listOf(id);
    await this.unitOfWork.run(async (tx) => {
      const petitions = tx.of(PetitionRepository);
      const petition = await petitions.getForChange(id);
      const place = await petitions.getPlace(petition.territoryKato);
      const { deputyId, body } = petition;
      const actor = actingAsChecker(officer, { deputyId, territoryPath: place.path });
      assertCurrent(petition.version, version);
      const terms = openingTerms({ body, place, on: today, overrides });
      const opened = await petitions.move(petition, 'open', { ...terms, openedAt: at });
      await petitions.startTally(id);
      await tx.of(PetitionActRepository).addOpening({ petitionId: id, actor, at });
      const { threshold, lastDay } = terms;
      const change = {
        before: { state: petition.state },
        after: { state: opened.state, threshold, lastDay },
      };
      await tx.of(AuditEntryRepository).add(actor, auditedAct(petition, 'petition.opened', change));
      await tx.of(OutboxRepository).add(petitionEvent(PETITION_OPENED, id));
    });
  }
}
