/** What one voter sent once, and what was heard of it. */
export interface Act {
  readonly voter: number;
  /** Ballot numbers of the projects. */
  readonly choice: readonly number[];
  /** Epoch milliseconds of the first try. */
  readonly sentAt: number;
  receipt: string | null;
  /** Status of the last answer; 0 when none came. */
  status: number;
}

/** Everything that was sent and heard, in each voter's sequence. */
export class History {
  private readonly acts = new Map<number, Act[]>();

  /** Notes what is about to be sent; answers are written into what it returns. */
  begin(voter: number, choice: readonly number[]): Act {
    const act: Act = { voter, choice, sentAt: Date.now(), receipt: null, status: 0 };
    this.acts.set(voter, [...(this.acts.get(voter) ?? []), act]);
    return act;
  }

  /** How often a voter has acted. */
  turnsOf(voter: number): number {
    return this.acts.get(voter)?.length ?? 0;
  }

  all(): Act[] {
    return [...this.acts.values()].flat();
  }

  acknowledged(): Act[] {
    return this.all().filter((act) => act.receipt !== null);
  }

  /** The choice that counts for each voter: of the last act that was acknowledged. */
  finalChoices(): Map<number, readonly number[]> {
    const final = new Map<number, readonly number[]>();
    for (const act of this.acknowledged()) final.set(act.voter, act.choice);
    return final;
  }

  /** Acts of which nobody knows whether they took effect: the check would be blind to them. */
  unsettled(): Act[] {
    return this.all().filter((act) => act.receipt === null && act.status === 0);
  }
}
