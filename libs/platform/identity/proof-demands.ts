import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import type { HeldRole, SessionFacts, SignedIn } from './signed-in.js';

const SECONDS_A_MINUTE = 60;

/** Proofs that no deployment can ask more of: typed on the server itself, or refused in production. */
const ALWAYS_ENOUGH: readonly string[] = ['stand-in', 'command', 'seed'];

/**
 * What a proof of identity must be for what one does: an office is used with the assurance that the
 * deployment demands (`STAFF_ASSURANCE`), the gravest acts with a proof of the last `PROOF_MINUTES`.
 */
@Injectable()
export class ProofDemands {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The person with the roles that the session's proof is enough for; the others are withheld. */
  admit(person: SignedIn): SignedIn {
    if (this.isEnoughForStaff(person.session)) return person;
    return {
      personId: person.personId,
      // Opened where it is shown.
      get name() {
        return person.name;
      },
      territory: person.territory,
      roles: person.roles.filter(isOfResident),
      withheld: person.roles.filter((held) => !isOfResident(held)),
      ...(person.session && { session: person.session }),
    };
  }

  /** @throws DomainError forbidden `identity.fresh_proof_needed` */
  assertFresh({ session }: SignedIn): void {
    const { proofMinutes: minutes } = this.config;
    const age = session?.provenSecondsAgo ?? null;
    if (age !== null && age < minutes * SECONDS_A_MINUTE) return;
    throw new DomainError('forbidden', 'identity.fresh_proof_needed', { minutes });
  }

  private isEnoughForStaff(session: SessionFacts | undefined): boolean {
    const { staffAssurance } = this.config;
    if (staffAssurance.length === 0) return true;
    if (!session) return false;
    return (
      ALWAYS_ENOUGH.includes(session.provider) ||
      session.assurances.some((assurance) => staffAssurance.includes(assurance))
    );
  }
}

function isOfResident({ role }: HeldRole): boolean {
  return role === 'resident';
}
