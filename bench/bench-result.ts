/** What a benchmark measured; ratios compare things of the same run, so they hold on any machine. */
export interface BenchResult {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly ratios: Readonly<Record<string, number>>;
}
