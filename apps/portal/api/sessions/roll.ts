import { Injectable } from '@nestjs/common';
import { ResidentReader } from '#features/registry/residents/resident.reader.js';
import type { ProvenIdentity } from '#platform/identity/identity-provider.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import type { NewSession } from '#platform/identity/sessions.js';
import { iinRefused } from './iin-refused.js';

/** Somebody on the roll, and how this was proven. */
export type Recognised = Pick<NewSession, 'personId' | 'proof'>;

/** Recognises residents by their pseudonym, whichever provider vouches for them. */
@Injectable()
export class Roll {
  constructor(
    private readonly residents: ResidentReader,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** @throws DomainError rule-violated for a person who is not on the roll */
  async recognise({ iin, ...proof }: ProvenIdentity): Promise<Recognised> {
    const resident = await this.residents.findByPseudonym(this.pseudonyms.of(iin));
    if (!resident) throw iinRefused('identity.not_on_the_roll');
    return { personId: resident.id, proof };
  }
}
