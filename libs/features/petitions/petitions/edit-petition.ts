import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError, type Fault, assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessWriting } from '#rules/petitions/petition-draft.js';
import { isEditable, possibleActs } from '#rules/petitions/petition-lifecycle.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import {
  type AddresseeFields,
  changedTexts,
  columnsOf,
  type PetitionFields,
  textsOf,
} from './petition-fields.js';
import { launchFaults } from './launch-faults.js';
import { assertLaunchedBy, holdingsOf } from './petition.policy.js';
import type { PetitionRecord } from './petition.record.js';
import { PetitionRepository } from './petition.repository.js';

export interface PetitionEdit {
  readonly id: string;
  readonly fields: PetitionFields;
  /** Version that the deputy saw; null: whichever there is. */
  readonly version: number | null;
}

/** The deputy writes on in a draft; what has been submitted is not changed any more. */
@Injectable()
export class EditPetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run(deputy: SignedIn, { id, fields, version }: PetitionEdit): Promise<void> {
    const { today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const petitions = tx.of(PetitionRepository);
      const petition = await petitions.getForChange(id);
      assertLaunchedBy(deputy, petition);
      assertCurrent(petition.version, version);
      assertEditable(petition);
      const texts = changedTexts(textsOf(petition), fields);
      assertNoFaults('petition.invalid', [
        ...(await addresseeFaults(petitions, fields.addressee, { deputy, today })),
        ...assessWriting(texts),
      ]);
      await petitions.change(petition, { ...columnsOf(texts), ...addressed(fields.addressee) });
    });
  }
}

interface Writer {
  readonly deputy: SignedIn;
  readonly today: CivilDate;
}

async function addresseeFaults(
  petitions: PetitionRepository,
  addressee: AddresseeFields | undefined,
  { deputy, today }: Writer,
): Promise<readonly Fault[]> {
  if (!addressee) return [];
  const place = await petitions.getPlace(addressee.territory);
  return launchFaults({ holdings: holdingsOf(deputy, today), body: addressee.body, place, today });
}

function assertEditable({ state }: PetitionRecord): void {
  if (isEditable(state)) return;
  const details = { state, possible: possibleActs(state) };
  throw new DomainError('conflict', 'petition.not_editable', details);
}

function addressed(addressee: AddresseeFields | undefined) {
  return addressee ? { body: addressee.body, territoryKato: addressee.territory } : {};
}
