import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { nextState } from '#rules/petitions/petition-lifecycle.js';
import { assessPetitionRefusal } from '#rules/petitions/petition-refusal.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { auditedAct } from './petition-audit.js';
import { PetitionActRepository, type StoredRefusal } from './petition-act.repository.js';
import { PETITION_REFUSED, petitionEvent } from './petition.events.js';
import { actingAsChecker } from './petition.policy.js';
import { PetitionRepository } from './petition.repository.js';
import type { SeenVersion } from './submit-petition.js';

export interface PetitionRefusalFields {
  readonly ground: string;
  /** Which group of the closed list, where the subject is excluded. */
  readonly subject: string | null;
  /** Id or number of the other petition, where the subject is the same. */
  readonly earlierPetition: string | null;
  readonly reasons: OfficialText;
}

/** The check finds a ground of the closed list: refused in public, with the ground and its reasons. */
@Injectable()
export class RefusePetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run(
    officer: SignedIn,
    { id, version }: SeenVersion,
    fields: PetitionRefusalFields,
  ): Promise<void> {
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const petitions = tx.of(PetitionRepository);
      const petition = await petitions.getForChange(id);
      const { path } = await petitions.getPlace(petition.territoryKato);
      const { deputyId } = petition;
      const actor = actingAsChecker(officer, { deputyId, territoryPath: path });
      assertCurrent(petition.version, version);
      nextState(petition.state, 'refuse');
      const acts = tx.of(PetitionActRepository);
      const refusal = await assessed(acts, { id, fields, today });
      await petitions.move(petition, 'refuse', { rulesOn: today });
      await acts.addRefusal({ petitionId: id, actor, at }, refusal);
      const change = { before: { state: petition.state }, after: { state: 'refused', ...refusal } };
      await tx
        .of(AuditEntryRepository)
        .add(actor, auditedAct(petition, 'petition.refused', change));
      await tx.of(OutboxRepository).add(petitionEvent(PETITION_REFUSED, id));
    });
  }
}

interface RefusalTry {
  readonly id: string;
  readonly fields: PetitionRefusalFields;
  readonly today: CivilDate;
}

/** The refusal as it is stored; a petition does not bar itself. */
async function assessed(
  acts: PetitionActRepository,
  { id, fields, today }: RefusalTry,
): Promise<StoredRefusal> {
  const { ground, subject, earlierPetition, reasons } = fields;
  const named = earlierPetition === null ? null : await acts.findEarlier(earlierPetition);
  const earlier = named?.id === id ? null : named;
  const faults = assessPetitionRefusal({ ground, subject, earlier, reasons }, today);
  assertNoFaults('petition-refusal.invalid', faults);
  return { ground, subject, earlierPetitionId: earlier?.id ?? null, reasons };
}
