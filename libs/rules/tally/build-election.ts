import { BallotBox } from './ballot-box.js';
import type { CastBallot, Election, ElectionProject, Vote, VoteType } from './election.js';
import { MarkTaker, type Marks } from './marks.js';

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
  const taker = new MarkTaker(draft.voteType, draft.projects.length);
  for (const cast of draft.ballots) {
    const voters = cast.voters ?? 1;
    const { district } = cast;
    const marks = takeVotes(taker, cast.votes, positions);
    box.add({ ...marks, voters, ...(district !== undefined && { district }) });
  }
  const { voteType, budget, scale, projects } = draft;
  return { voteType, budget, scale, projects, ballots: box.ballots() };
}

function takeVotes(
  taker: MarkTaker,
  votes: readonly Vote[],
  positions: ReadonlyMap<string, number>,
): Marks {
  taker.begin();
  for (const { project, points = 1 } of votes) {
    const position = positions.get(project);
    if (position === undefined) throw new RangeError(`No project ${project} stands`);
    taker.take(position, points);
  }
  return taker.marks();
}
