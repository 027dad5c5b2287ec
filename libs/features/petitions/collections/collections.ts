import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { DeputyRow } from '../../registry/deputies/deputy-row.js';
import { DeputyReader } from '../../registry/deputies/deputy.reader.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';
import type { PetitionRow } from '../petitions/petition-row.js';
import { PetitionReader } from '../petitions/petition.reader.js';

/** A collection with the deputy who acts on it, in the seat that covers its territory. */
export interface CollectionInHand {
  readonly petition: PetitionRow;
  readonly mandate: DeputyRow;
  readonly actor: Actor;
}

/** Finds a collection for a deputy who is about to act on it. */
@Injectable()
export class Collections {
  constructor(
    private readonly petitions: PetitionReader,
    private readonly deputies: DeputyReader,
  ) {}

  /** @throws DomainError not-found for somebody else's, forbidden without a mandate */
  async getOwn(person: SignedIn, petitionId: string): Promise<CollectionInHand> {
    const petition = await this.petitions.getFor(person, petitionId);
    if (petition.deputyId !== person.personId)
      throw new DomainError('not-found', 'petition.not_found');
    return this.withMandate(person, petition);
  }

  /**
   * One of a colleague's: of a deputy whose maslikhat the person sits in.
   *
   * @throws DomainError conflict `petition.own_petition` for the person's own
   */
  async getColleagues(person: SignedIn, petitionId: string): Promise<CollectionInHand> {
    const petition = await this.petitions.find(petitionId);
    if (!petition || petition.deputyId === null || petition.number === null)
      throw new DomainError('not-found', 'petition.not_found');
    if (petition.deputyId === person.personId)
      throw new DomainError('conflict', 'petition.co_deputy_of_own');
    return this.withMandate(person, petition);
  }

  private async withMandate(person: SignedIn, petition: PetitionRow): Promise<CollectionInHand> {
    const held = await this.deputies.listHeldBy(person.personId);
    const mandate = held.find(({ territory }) => petition.territoryPath.includes(territory));
    if (!mandate) throw new DomainError('forbidden', 'identity.role_needed', { roles: ['deputy'] });
    return { petition, mandate, actor: actingAs(person, ['deputy'], [mandate.territory]) };
  }
}
