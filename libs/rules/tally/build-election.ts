import { BallotBox } from './ballot-box.js';
import type { CastBallot, Election, ElectionProject, Vote, VoteType } from './election.js';

export interface ElectionDraft {
  readonly voteType: VoteType;
  readonly budget: bigint;
  readonly scale: number;
  readonly projects: readonly ElectionProject[];
  readonly ballots: Iterable<CastBallot>;
}

/**
 * Makes an election of ballots as they were cast: ids become positions, places become points
 * (of *k* choices the first gives *k*, the last 1), equal ballots are merged.
 * A project chosen twice counts once; throws RangeError on a project that does not stand.
 *
 * @example buildElection({ voteType: 'approval', budget: 100n, scale: 0,
 *   projects: [{ id: 'well', cost: 60n }], ballots: [{ votes: [{ project: 'well' }] }] })
 */
export function buildElection(draft: ElectionDraft): Election {
  const positions = new Map(draft.projects.map((project, index) => [project.id, index]));
  if (positions.size < draft.projects.length) throw new RangeError('A project id stands twice');
  const box = new BallotBox();
  for (const cast of draft.ballots) {
    const voters = cast.voters ?? 1;
    const { district } = cast;
    const marks = markedPositions(cast.votes, positions, draft.voteType);
    box.add({ ...marks, voters, ...(district !== undefined && { district }) });
  }
  const { voteType, budget, scale, projects } = draft;
  return { voteType, budget, scale, projects, ballots: box.ballots() };
}

interface Marks {
  readonly choices: number[];
  readonly points?: number[];
}

function markedPositions(
  votes: readonly Vote[],
  positions: ReadonlyMap<string, number>,
  voteType: VoteType,
): Marks {
  const chosen = new Map<number, number>();
  for (const { project, points = 1 } of votes) {
    const position = positions.get(project);
    if (position === undefined) throw new RangeError(`No project ${project} stands`);
    chosen.set(position, points);
  }
  return marksOf(chosen, voteType);
}

/**
 * Points by vote type of the projects chosen, in the sequence written: zero points count as
 * not chosen.
 */
export function marksOf(chosen: ReadonlyMap<number, number>, voteType: VoteType): Marks {
  if (voteType === 'approval' || voteType === 'choose-1') return { choices: [...chosen.keys()] };
  if (voteType === 'ordinal') {
    const choices = [...chosen.keys()];
    return { choices, points: choices.map((_, place) => choices.length - place) };
  }
  const given = [...chosen].filter(([, points]) => points > 0);
  return {
    choices: given.map(([position]) => position),
    points: given.map(([, points]) => points),
  };
}
