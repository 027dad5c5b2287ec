import type { BallotRule } from '#rules/participation/ballot-rule.js';
import type { BallotVote } from '#rules/participation/ballot.js';

/** One chosen project; points only where the round asks for them. */
export interface DraftChoice {
  /** Id of the project. */
  readonly project: string;
  readonly points?: number;
}

/** A ballot in the making; nobody has voted yet. */
export interface BallotDraft {
  /** KATO code of the district that the person says to live in; checked at the end. */
  readonly district: string | null;
  /** Decides in which sequence the projects are laid out. */
  readonly seed: number;
  /** In falling preference for an ordinal ballot. */
  readonly choices: readonly DraftChoice[];
}

/** What a person does with one project. */
export type ChoiceChange =
  | { readonly act: 'choose' | 'drop' | 'raise' | 'lower'; readonly project: string }
  | { readonly act: 'give-points'; readonly project: string; readonly points: number | null };

/** No ballot is larger; the casting refuses more. */
const MOST_CHOICES = 2_000;

/**
 * The choices after one change. Nothing is refused here: a draft may go over every limit, and the
 * page says by how much.
 *
 * @example changeChoices([{ project: 'a' }], { act: 'choose', project: 'b' })
 * // → [{ project: 'a' }, { project: 'b' }]
 */
export function changeChoices(
  choices: readonly DraftChoice[],
  change: ChoiceChange,
): readonly DraftChoice[] {
  const others = choices.filter(({ project }) => project !== change.project);
  switch (change.act) {
    case 'drop':
      return others;
    case 'choose':
      return others.length < choices.length ? choices : added(choices, { project: change.project });
    case 'give-points':
      return withPoints(choices, change.project, change.points);
    default:
      return moved(choices, change.project, change.act === 'raise' ? -1 : 1);
  }
}

/** The choices as the casting takes them; their sequence becomes the rank of an ordinal ballot. */
export function votesOf(choices: readonly DraftChoice[], rule: BallotRule): BallotVote[] {
  return choices.map(({ project, points }, place) => {
    if (rule.kind === 'ordinal') return { project, rank: place + 1 };
    return asksForPoints(rule) ? { project, points: points ?? 0 } : { project };
  });
}

/** Do people give points or grades here, rather than choose? */
export function asksForPoints({ kind }: BallotRule): boolean {
  return kind === 'cumulative' || kind === 'scoring';
}

function added(choices: readonly DraftChoice[], choice: DraftChoice): readonly DraftChoice[] {
  return choices.length < MOST_CHOICES ? [...choices, choice] : choices;
}

function withPoints(
  choices: readonly DraftChoice[],
  project: string,
  points: number | null,
): readonly DraftChoice[] {
  if (points === null) return choices.filter((choice) => choice.project !== project);
  if (!choices.some((choice) => choice.project === project))
    return added(choices, { project, points });
  return choices.map((choice) => (choice.project === project ? { project, points } : choice));
}

function moved(choices: readonly DraftChoice[], project: string, by: number) {
  const from = choices.findIndex((choice) => choice.project === project);
  const to = from + by;
  if (from < 0 || to < 0 || to >= choices.length) return choices;
  const sequence = [...choices];
  [sequence[from], sequence[to]] = [sequence[to]!, sequence[from]!];
  return sequence;
}
