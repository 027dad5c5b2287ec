/** What an identity provider vouches for: who this is, never what the person may do. */
export interface ProvenIdentity {
  readonly provider: string;
  /** Twelve digits, checked. */
  readonly iin: string;
}

/**
 * A way to prove who one is: eGov, EDS, the local stand-in. Each stands behind a passport strategy
 * that takes its proof from the request; everything after works on the proven identity alone.
 */
export interface IdentityProvider<Proof> {
  readonly name: string;
  /** @throws DomainError rule-violated where the proof does not hold, forbidden where the way is closed */
  prove(proof: Proof): Promise<ProvenIdentity>;
}
