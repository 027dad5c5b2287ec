/** What a benchmark measured; ratios compare things of the same run, so they hold on any machine. */
export interface BenchResult {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly ratios: Readonly<Record<string, number>>;
}

/** What the person at the terminal asked for. */
export interface BenchWish {
  /** How long the load lasts, where a benchmark has a load of one length. */
  readonly seconds?: number;
}
