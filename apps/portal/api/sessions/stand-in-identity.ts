import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { checkIin } from '#rules/registry/iin.js';
import { ResidentReader, type ResidentRow } from '#features/registry/residents/resident.reader.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';

/** Finds a demo person by a typed IIN. Proves nothing, so it is refused in production. */
@Injectable()
export class StandInIdentity {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly residents: ResidentReader,
    private readonly pseudonyms: Pseudonyms,
    private readonly clock: DatabaseClock,
  ) {}

  /** @throws DomainError rule-violated for a number that is no IIN or not on the roll, forbidden where it is off */
  async identify(typed: string): Promise<ResidentRow> {
    if (!this.config.standInIdentity) throw new DomainError('forbidden', 'identity.stand_in_off');
    const { today } = await this.clock.now();
    const check = checkIin(typed, today);
    if (!check.valid) throw refused(check.reason);
    const resident = await this.residents.findByPseudonym(this.pseudonyms.of(check.iin));
    if (!resident) throw refused('identity.not_on_the_roll');
    return resident;
  }
}

function refused(code: string): DomainError {
  return new DomainError('rule-violated', code, { faults: [{ code, field: 'iin' }] });
}
