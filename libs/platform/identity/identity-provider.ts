/** What an identity provider vouches for: who this is, never what the person may do. */
export interface ProvenIdentity {
  readonly provider: string;
  /** Twelve digits, checked. */
  readonly iin: string;
  /** How it was proven, in the provider's words (`acr`, `amr`); empty where it does not say. */
  readonly assurances: readonly string[];
  /** When the person proved it to the provider; null where it does not say. */
  readonly provenAt: Date | 'now' | null;
}

/**
 * A way to prove who one is: eGov, EDS, the local stand-in. Each stands behind a passport strategy
 * that takes its proof from the request; everything after works on the proven identity alone.
 */
export interface IdentityProvider<Proof> {
  readonly name: string;
  /**
   * @throws DomainError rule-violated where the proof does not hold, forbidden where the way is
   *   closed, unavailable where the provider is away
   */
  prove(proof: Proof): Promise<ProvenIdentity>;
}
