import { Injectable } from '@nestjs/common';
import { ResidentReader, type ResidentRow } from '#features/registry/residents/resident.reader.js';
import type { ProvenIdentity } from '#platform/identity/identity-provider.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import { iinRefused } from './iin-refused.js';

/** Recognises residents by their pseudonym, whichever provider vouches for them. */
@Injectable()
export class Roll {
  constructor(
    private readonly residents: ResidentReader,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** @throws DomainError rule-violated for a person who is not on the roll */
  async recognise({ iin }: ProvenIdentity): Promise<ResidentRow> {
    const resident = await this.residents.findByPseudonym(this.pseudonyms.of(iin));
    if (!resident) throw iinRefused('identity.not_on_the_roll');
    return resident;
  }
}
