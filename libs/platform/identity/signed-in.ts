import type { FastifyRequest } from 'fastify';

/** A role held today for a territory and everything below it. */
export interface HeldRole {
  readonly role: string;
  readonly territory: string;
  /** Ids from the country down to that territory, itself last. */
  readonly territoryPath: readonly string[];
  readonly post?: { readonly kk: string; readonly ru: string };
}

/** How the person of a session proved who this is, and whether the session is in use. */
export interface SessionFacts {
  readonly provider: string;
  /** In the provider's words (`acr`, `amr`). */
  readonly assurances: readonly string[];
  /** Null where nobody knows. */
  readonly provenSecondsAgo: number | null;
  /** Was a use of it noted within the last minute? */
  readonly usedLately: boolean;
}

/** The person behind a request, with the roles held at this moment. */
export interface SignedIn {
  readonly personId: string;
  readonly name: string;
  readonly territory: string | null;
  readonly roles: readonly HeldRole[];
  /** Held too, and not to be used before a stronger proof. */
  readonly withheld?: readonly HeldRole[];
  readonly session?: SessionFacts;
}

const SIGNED_IN = Symbol('signed-in');

type Carrier = FastifyRequest & { [SIGNED_IN]?: SignedIn };

/** Who asks; undefined when nobody is signed in. */
export function signedInOf(request: FastifyRequest): SignedIn | undefined {
  return (request as Carrier)[SIGNED_IN];
}

export function rememberSignedIn(request: FastifyRequest, person: SignedIn): void {
  (request as Carrier)[SIGNED_IN] = person;
}
