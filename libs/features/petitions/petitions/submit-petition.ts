import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessPetitionTexts } from '#rules/petitions/petition-draft.js';
import { nextState } from '#rules/petitions/petition-lifecycle.js';
import { assessLaunch } from '#rules/petitions/petition-launch.js';
import { checkDueOn } from '#rules/petitions/petition-terms.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { digestOfTexts, textsOf } from './petition-fields.js';
import { PETITION_SUBMITTED, petitionEvent } from './petition.events.js';
import { assertLaunchedBy, holdingsOf } from './petition.policy.js';
import { PetitionRepository } from './petition.repository.js';

/** A petition with the version that the person saw; null: whichever there is. */
export interface SeenVersion {
  readonly id: string;
  readonly version: number | null;
}

/** The deputy submits the draft to the compliance check; its text is fixed by its digest. */
@Injectable()
export class SubmitPetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /** @returns the number of the petition */
  async run(deputy: SignedIn, { id, version }: SeenVersion): Promise<string> {
    const now = await this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const petitions = tx.of(PetitionRepository);
      const petition = await petitions.getForChange(id);
      assertLaunchedBy(deputy, petition);
      assertCurrent(petition.version, version);
      nextState(petition.state, 'submit');
      const texts = textsOf(petition);
      const { path } = await petitions.getPlace(petition.territoryKato);
      const holdings = holdingsOf(deputy, now.today);
      assertNoFaults('petition.incomplete', [
        ...assessLaunch({ holdings, territoryPath: path, on: now.today }),
        ...assessPetitionTexts(texts),
      ]);
      await tx.of(OutboxRepository).add(petitionEvent(PETITION_SUBMITTED, id));
      const number = await petitions.nextNumber(Number(now.today.slice(0, 4)));
      const checkBy = checkDueOn(now.today);
      const textDigest = digestOfTexts(texts);
      await petitions.move(petition, 'submit', {
        number,
        textDigest,
        checkBy,
        submittedAt: now.at,
      });
      return number;
    });
  }
}
