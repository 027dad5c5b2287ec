/** What an identity provider vouches for: who this is, never what the person may do. */
export interface ProvenIdentity {
  readonly provider: string;
  readonly iin: string;
}

/**
 * A way to prove who one is (eGov, EDS, the local stand-in). Each is a passport strategy; the
 * sign-in route names it, everything after works on sessions alone.
 */
export interface IdentityProvider {
  readonly name: string;
  /** True only for ways that prove nothing and must never run in production. */
  readonly standIn: boolean;
}
