import { Injectable } from '@nestjs/common';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { assessInquiry } from '#rules/petitions/inquiry.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { DeputyRow } from '../../registry/deputies/deputy-row.js';
import { DeputyReader } from '../../registry/deputies/deputy.reader.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import { PetitionReader } from '../petitions/petition.reader.js';
import type { NewInquiry } from './new-inquiry.js';

/** Who files an inquiry, and in which seat. */
export interface InquiringDeputy {
  readonly deputy: DeputyRow;
  readonly actor: Actor;
}

/** Looks at an inquiry before it is filed: whose it is, whom it may address, what it takes further. */
@Injectable()
export class LawfulInquiries {
  constructor(
    private readonly deputies: DeputyReader,
    private readonly territories: TerritoryReader,
    private readonly petitions: PetitionReader,
  ) {}

  /** @throws DomainError forbidden without a mandate; rule-violated `inquiry.invalid` with all grounds */
  async assess(person: SignedIn, inquiry: NewInquiry): Promise<InquiringDeputy> {
    const deputy = await this.mandateOf(person, inquiry.maslikhat);
    const actor = actingAs(person, ['deputy'], [deputy.territory]);
    await this.assertLawful(inquiry, deputy.territory);
    await this.assertOwnPetition(person, inquiry.petition);
    return { deputy, actor };
  }

  private async mandateOf(person: SignedIn, maslikhat: string | undefined): Promise<DeputyRow> {
    const held = await this.deputies.listHeldBy(person.personId);
    const found = held.find((each) => maslikhat === undefined || each.territory === maslikhat);
    if (!found) throw new DomainError('forbidden', 'identity.role_needed', { roles: ['deputy'] });
    return found;
  }

  private async assertLawful(inquiry: NewInquiry, maslikhat: string): Promise<void> {
    const addressee = await this.territories.find(inquiry.addresseeTerritory);
    const own = await this.territories.get(maslikhat);
    const paths = { addresseePath: addressee?.path ?? [], maslikhatPath: own.path };
    assertNoFaults('inquiry.invalid', assessInquiry({ ...inquiry, ...paths }));
  }

  private async assertOwnPetition(person: SignedIn, id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const petition = await this.petitions.getFor(person, id);
    if (petition.deputyId !== person.personId)
      throw new DomainError('not-found', 'petition.not_found');
    if (petition.reachedAt === null) throw new DomainError('conflict', 'session.not_reached');
  }
}
