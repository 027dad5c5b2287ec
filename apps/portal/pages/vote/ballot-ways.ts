/** Where the steps of a ballot lie: of a real one, or of the demo, which carries all in its address. */
export interface BallotWays {
  readonly isDemo: boolean;
  readonly round: string;
  readonly start: string;
  readonly district: string;
  readonly choose: string;
  readonly check: string;
  readonly order: string;
  /** What follows the check. */
  readonly next: string;
  /** The demo's ballot, sent along with every form. */
  readonly draft?: string;
}

export function waysOfVote(roundId: string): BallotWays {
  const base = `/rounds/${roundId}/vote`;
  return {
    isDemo: false,
    round: `/rounds/${roundId}`,
    start: base,
    district: `${base}/district`,
    choose: `${base}/choose`,
    check: `${base}/check`,
    order: `${base}/order`,
    next: `${base}/identify`,
  };
}

/** @param draft the ballot as `writeDemoDraft` writes it */
export function waysOfDemo(roundId: string, draft: string): BallotWays {
  const base = `/rounds/${roundId}/demo`;
  const query = `?draft=${encodeURIComponent(draft)}`;
  return {
    isDemo: true,
    round: `/rounds/${roundId}`,
    start: base,
    district: `${base}/district${query}`,
    choose: `${base}/choose${query}`,
    check: `${base}/check${query}`,
    order: `${base}/order${query}`,
    next: `${base}/done`,
    draft,
  };
}
