import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { PetitionActRepository } from './petition-act.repository.js';
import { PETITION_WITHDRAWN, petitionEvent } from './petition.events.js';
import { assertLaunchedBy } from './petition.policy.js';
import { PetitionRepository } from './petition.repository.js';
import type { SeenVersion } from './submit-petition.js';

/** The deputy takes a petition back, as long as nobody could sign it. */
@Injectable()
export class WithdrawPetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run(deputy: SignedIn, { id, version }: SeenVersion, reason: string): Promise<void> {
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const petitions = tx.of(PetitionRepository);
      const petition = await petitions.getForChange(id);
      assertLaunchedBy(deputy, petition);
      assertCurrent(petition.version, version);
      await petitions.move(petition, 'withdraw');
      await tx.of(PetitionActRepository).addWithdrawal(id, deputy.personId, at, reason);
      await tx.of(OutboxRepository).add(petitionEvent(PETITION_WITHDRAWN, id));
    });
  }
}
