import type { DraftChoice } from '#features/participation/ballots/ballot-draft.js';
import type { BallotPaper } from '#rules/participation/ballot.js';

const CHOICE = /^(\d{1,5})(?:~(\d{1,5}))?$/;

/**
 * Choices as a short text for a form or an address, by the numbers on the paper.
 *
 * @example writeChoices([{ project: 'a', points: 3 }, { project: 'b' }], paper) // → '17~3.4'
 */
export function writeChoices(choices: readonly DraftChoice[], paper: BallotPaper): string {
  return choices
    .flatMap(({ project, points }) => {
      const number = paper.projects.get(project)?.number;
      if (number === undefined) return [];
      return points === undefined ? `${number}` : `${number}~${points}`;
    })
    .join('.');
}

/** Reads what {@link writeChoices} wrote; null where any part of it is something else. */
export function readChoices(text: string, paper: BallotPaper): readonly DraftChoice[] | null {
  if (text === '') return [];
  const ids = new Map([...paper.projects].map(([id, { number }]) => [number, id]));
  const choices = text.split('.').map((part) => readChoice(part, ids));
  return choices.includes(null) ? null : (choices as readonly DraftChoice[]);
}

function readChoice(part: string, ids: ReadonlyMap<number, string>): DraftChoice | null {
  const match = CHOICE.exec(part);
  const project = match ? ids.get(Number(match[1])) : undefined;
  if (!match || project === undefined) return null;
  return match[2] === undefined ? { project } : { project, points: Number(match[2]) };
}
