import { Module } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { Roll } from '../roll.js';
import { EgovClient } from './egov-client.js';
import { EgovIdentity } from './egov-identity.js';
import { EGOV_IDENTITY } from './egov-identity.token.js';
import { egovPlanOf } from './egov-plan.js';
import { EgovStrategy } from './egov.strategy.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Signing in with an OpenID Connect provider of the eGov kind, where one is named. */
@Module({
  providers: [
    Roll,
    SignInAttempts,
    EgovStrategy,
    {
      provide: EGOV_IDENTITY,
      inject: [CONFIG, DatabaseClock],
      useFactory: (config: Config, clock: DatabaseClock) => identityOf(config, clock),
    },
  ],
  exports: [EGOV_IDENTITY, SignInAttempts, EgovStrategy],
})
export class EgovModule {}

function identityOf(config: Config, clock: DatabaseClock): EgovIdentity | null {
  const plan = egovPlanOf(config);
  if (!plan) return null;
  const { staffAssurance, proofMinutes } = config;
  const demands = { iinClaim: plan.iinClaim, staffAssurance, proofMinutes };
  return new EgovIdentity(new EgovClient(plan), demands, clock);
}
