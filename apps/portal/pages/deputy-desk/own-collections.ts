import { Injectable } from '@nestjs/common';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';

/** Finds collections that a deputy has begun. */
@Injectable()
export class OwnCollections {
  constructor(private readonly petitions: PetitionReader) {}

  /** @throws DomainError not-found when it is not there or not the person's own */
  async get(person: SignedIn, id: string): Promise<PetitionRow> {
    const petition = await this.petitions.getFor(person, id);
    if (petition.deputyId !== person.personId)
      throw new DomainError('not-found', 'petition.not_found');
    return petition;
  }
}
