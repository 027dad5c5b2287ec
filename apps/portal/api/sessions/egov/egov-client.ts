import { Logger } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { boundedFetch } from '#platform/http/bounded-fetch.js';
import { CircuitBreaker } from '#platform/messages/circuit-breaker.js';
import { egovAway, egovFaultOf, faultName } from './egov-fault.js';
import type { EgovPlan } from './egov-plan.js';
import type { SignInAttempt } from './sign-in-attempt.js';

/** What the provider says of a person, its signature checked. */
export type Claims = Readonly<Record<string, unknown>>;

/** What is asked of the provider besides who it is. */
export interface Asked {
  readonly lang: string;
  /** Assurances that will do, the best first. */
  readonly assurances: readonly string[];
  /** Seconds since the proof at most; the person proves it again where it is longer ago. */
  readonly maxAge: number | null;
}

export type Begun = Pick<SignInAttempt, 'state' | 'nonce' | 'verifier'> & { readonly url: string };

/** So long the provider is taken to be there without asking again. */
const FRESH_MS = 10_000;

/**
 * Talks with the provider: authorization code with proof key, state and nonce, the ID token's
 * signature, issuer, audience and times checked. All in bounded time; a provider that fails again
 * and again is left alone for a while.
 */
export class EgovClient {
  private readonly logger = new Logger('egov');
  private readonly breaker = new CircuitBreaker();
  private known: { readonly at: number; readonly client: Promise<Configuration> } | null = null;

  constructor(private readonly plan: EgovPlan) {}

  get isAway(): boolean {
    return !this.breaker.isClosed;
  }

  /** Where the browser goes, and what its return must match. */
  begin({ lang, assurances, maxAge }: Asked): Promise<Begun> {
    return this.guarded(async () => {
      const client = await this.client();
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(client, {
        redirect_uri: this.plan.returnTo.href,
        scope: this.plan.scope,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ui_locales: lang,
        ...(assurances.length > 0 && { acr_values: assurances.join(' ') }),
        ...(maxAge !== null && { max_age: String(maxAge) }),
      });
      return { state, nonce, verifier, url: url.href };
    });
  }

  /** @param query of the address that the browser came back to */
  redeem(query: string, attempt: SignInAttempt, maxAge: number | null): Promise<Claims> {
    return this.guarded(async () => {
      const client = await this.client();
      const tokens = await authorizationCodeGrant(client, addressOf(this.plan, query), {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        ...(maxAge !== null && { maxAge }),
      });
      const claims: Claims = tokens.claims()!;
      if (this.plan.iinClaim in claims || !client.serverMetadata().userinfo_endpoint) return claims;
      return {
        ...(await fetchUserInfo(client, tokens.access_token, String(claims['sub']))),
        ...claims,
      };
    });
  }

  /** @throws DomainError unavailable `identity.egov_away`, rule-violated where the proof does not hold */
  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.breaker.take();
    if (!turn) throw egovAway();
    try {
      const done = await within(this.plan.patienceMs, work());
      this.breaker.succeeded();
      return done;
    } catch (error) {
      const fault = egovFaultOf(error);
      this.logger.warn(`${fault.code}: ${faultName(error)}`);
      if (fault.kind === 'unavailable') this.failed(turn);
      else this.breaker.succeeded();
      throw fault;
    }
  }

  private failed(turn: 'usual' | 'trial'): void {
    this.known = null;
    this.breaker.failed(turn);
  }

  private client(): Promise<Configuration> {
    if (!this.known || Date.now() - this.known.at > FRESH_MS)
      this.known = { at: Date.now(), client: this.discover() };
    return this.known.client;
  }

  private discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret, allowsHttp, patienceMs } = this.plan;
    return discovery(new URL(issuer), clientId, undefined, ClientSecretBasic(clientSecret), {
      [customFetch]: boundedFetch,
      timeout: patienceMs / 1_000,
      execute: [enableNonRepudiationChecks, ...(allowsHttp ? [allowInsecureRequests] : [])],
    });
  }
}

function addressOf({ returnTo }: EgovPlan, query: string): URL {
  const address = new URL(returnTo);
  address.search = query;
  return address;
}

/** The work goes on unheard after that: each of its requests has an end of its own. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(egovAway()), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
