import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { checkIin } from '#rules/registry/iin.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import type { IdentityProvider, ProvenIdentity } from '#platform/identity/identity-provider.js';
import { iinRefused } from './iin-refused.js';

export const STAND_IN = 'stand-in';

/** Believes a typed IIN. Proves nothing, so it is refused in production. */
@Injectable()
export class StandInIdentity implements IdentityProvider<string> {
  readonly name = STAND_IN;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: DatabaseClock,
  ) {}

  async prove(typed: string): Promise<ProvenIdentity> {
    if (!this.config.standInIdentity) throw new DomainError('forbidden', 'identity.stand_in_off');
    const { today } = await this.clock.now();
    const check = checkIin(typed, today);
    if (!check.valid) throw iinRefused(check.reason);
    return { provider: this.name, iin: check.iin, assurances: [], provenAt: 'now' };
  }
}
