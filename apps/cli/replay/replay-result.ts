/** What a replayed election came to. */
export interface ReplayResult {
  readonly round: string;
  readonly accepted: number;
  /** Ballots that the product refused, by its code of the reason. */
  readonly refused: Readonly<Record<string, number>>;
  /** Of the casting alone: signing in, counting and publishing are not in it. */
  readonly seconds: number;
  readonly perSecond: number;
  /** Official ids in the sequence of selection. */
  readonly winners: readonly string[];
  /** Winners by the file's own `selected` column; null where it has none. */
  readonly published: readonly string[] | null;
  /** Do both name the same projects? */
  readonly same: boolean;
  /** What in the file was not as it should be and left no doubt, by kind. */
  readonly oddities: Readonly<Record<string, number>>;
}

/** One sentence for people at a terminal. */
export function replaySentence(result: ReplayResult): string {
  const refused = Object.values(result.refused).reduce((sum, count) => sum + count, 0);
  const compared = result.published
    ? result.same
      ? 'the same as published'
      : `other than published: ${result.published.join(', ')}`
    : 'the file names no winners of its own';
  return [
    `${result.accepted} ballots accepted, ${refused} refused, ${result.perSecond} a second`,
    `winners: ${result.winners.join(', ')} (${compared})`,
    `round ${result.round}`,
  ].join('\n');
}
