import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError, assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessWriting } from '#rules/petitions/petition-draft.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { launchFaults } from './launch-faults.js';
import { newPetition, NO_TEXTS } from './new-petition.js';
import { type AddresseeFields, changedTexts, type PetitionFields } from './petition-fields.js';
import type { PetitionPlace } from './petition-place.js';
import { holdingsOf } from './petition.policy.js';
import { PetitionRepository } from './petition.repository.js';

/** Nobody writes more in a day; not a number of the law. */
const DRAFTS_A_DAY = 20;

export type NewPetitionFields = PetitionFields & { readonly addressee: AddresseeFields };

/** A deputy begins a collection of signatures: a draft that nobody else sees. */
@Injectable()
export class DraftPetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /** @returns the id of the draft */
  async run(deputy: SignedIn, fields: NewPetitionFields): Promise<string> {
    const { at, today } = await this.clock.now();
    const draft = newPetition({
      id: v7(),
      kind: 'deputy-collection',
      deputyId: deputy.personId,
      addressee: fields.addressee,
      texts: changedTexts(NO_TEXTS, fields),
      portalUrl: null,
      at,
    });
    await this.unitOfWork.run(async (tx) => {
      const petitions = tx.of(PetitionRepository);
      const place = await petitions.getPlace(draft.territoryKato);
      assertMayBegin(deputy, { fields, place, today });
      if ((await petitions.countBegunLately(deputy.personId)) >= DRAFTS_A_DAY)
        throw new DomainError('rule-violated', 'petition.too_many_drafts', { max: DRAFTS_A_DAY });
      await petitions.add(draft);
    });
    return draft.id;
  }
}

interface Attempt {
  readonly fields: NewPetitionFields;
  readonly place: PetitionPlace;
  readonly today: CivilDate;
}

function assertMayBegin(deputy: SignedIn, { fields, place, today }: Attempt): void {
  const { body } = fields.addressee;
  assertNoFaults('petition.invalid', [
    ...launchFaults({ holdings: holdingsOf(deputy, today), body, place, today }),
    ...assessWriting(changedTexts(NO_TEXTS, fields)),
  ]);
}
