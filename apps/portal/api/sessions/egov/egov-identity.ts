import { DomainError } from '#rules/kernel/domain-error.js';
import { checkIin } from '#rules/registry/iin.js';
import type { DatabaseClock } from '#platform/clock/clock.js';
import type { IdentityProvider, ProvenIdentity } from '#platform/identity/identity-provider.js';
import type { Claims, EgovClient } from './egov-client.js';
import type { AskedProof, SignInAttempt } from './sign-in-attempt.js';

export const EGOV = 'egov';

/** What a browser comes back with, and the attempt it belongs to. */
export interface EgovReturn {
  readonly query: string;
  readonly attempt: SignInAttempt | null;
}

export interface EgovDemands {
  readonly iinClaim: string;
  readonly staffAssurance: readonly string[];
  readonly proofMinutes: number;
}

type Beginning = Omit<SignInAttempt, 'state' | 'nonce' | 'verifier'>;

const SECONDS_A_MINUTE = 60;

/** Before the IIN, in certificates of the national authority. */
const IIN_PREFIX = /^IIN(?=\d{12}$)/;

/** Believes the provider about who somebody is, and the IIN only after its check digits. */
export class EgovIdentity implements IdentityProvider<EgovReturn> {
  readonly name = EGOV;

  constructor(
    private readonly client: EgovClient,
    private readonly demands: EgovDemands,
    private readonly clock: DatabaseClock,
  ) {}

  get isAway(): boolean {
    return this.client.isAway;
  }

  /** Where to send the browser, and the attempt that it keeps meanwhile. */
  async begin(
    beginning: Beginning,
    inOffice: boolean,
  ): Promise<{ url: string; attempt: SignInAttempt }> {
    const { lang, proof } = beginning;
    const isStrong = proof === 'staff' || (proof === 'fresh' && inOffice);
    const assurances = isStrong ? this.demands.staffAssurance : [];
    const { url, ...kept } = await this.client.begin({
      lang,
      assurances,
      maxAge: this.maxAgeOf(proof),
    });
    return { url, attempt: { ...beginning, ...kept } };
  }

  async prove({ query, attempt }: EgovReturn): Promise<ProvenIdentity> {
    if (!attempt) throw new DomainError('rule-violated', 'identity.sign_in_expired');
    const claims = await this.client.redeem(query, attempt, this.maxAgeOf(attempt.proof));
    const { today } = await this.clock.now();
    const check = checkIin(iinIn(claims, this.demands.iinClaim), today);
    if (!check.valid) throw new DomainError('rule-violated', 'identity.egov_no_iin');
    return {
      provider: this.name,
      iin: check.iin,
      assurances: assurancesIn(claims),
      provenAt: provenAtIn(claims),
    };
  }

  /** Of half the age that will do, so that there is time for the act. */
  private maxAgeOf(proof: AskedProof): number | null {
    return proof === 'fresh' ? (this.demands.proofMinutes * SECONDS_A_MINUTE) / 2 : null;
  }
}

function iinIn(claims: Claims, name: string): string {
  const value = claims[name];
  return typeof value === 'string' ? value.trim().replace(IIN_PREFIX, '') : '';
}

function assurancesIn({ acr, amr }: Claims): string[] {
  const all: unknown[] = [acr, ...(Array.isArray(amr) ? (amr as unknown[]) : [])];
  return all.filter((word) => typeof word === 'string');
}

/** Without a time the proof may be as old as the provider's own session. */
function provenAtIn({ auth_time: seconds }: Claims): Date | null {
  return typeof seconds === 'number' ? new Date(seconds * 1_000) : null;
}
