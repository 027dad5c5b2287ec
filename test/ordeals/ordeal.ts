/** A fault that is provoked on purpose on a scratch town, and what must hold all the same. */
export interface Ordeal {
  readonly name: string;
  /** What is done to the town, for the operator who reads the list. */
  readonly what: string;
  /** Why it can not be run on this machine; absent where it always can. */
  readonly missing?: () => string | null;
  /**
   * @param control breaks what the product does about the fault: now it must not hold
   */
  readonly run: (plan: Plan) => Promise<Trial>;
}

export interface Plan {
  /** How often the fault is provoked: few in CI, many by hand. */
  readonly short: boolean;
  readonly control: boolean;
}

export interface Trial {
  /** Everything that did not hold; empty where all did. */
  readonly faults: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

export interface Frequency {
  readonly short: number;
  readonly long: number;
}

/** How often the fault is provoked; once is enough for a control. */
export function timesOf({ short, control }: Plan, { short: few, long: many }: Frequency): number {
  if (control) return 1;
  return short ? few : many;
}
