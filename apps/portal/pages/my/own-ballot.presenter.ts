import type { OwnBallotRow } from '#features/participation/ballots/ballot.reader.js';
import type { ProjectRow } from '#features/participation/proposals/project.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { titleOf } from '../projects/title.js';

export interface OwnLook {
  readonly round: RoundRow;
  readonly own: OwnBallotRow;
  readonly projects: readonly ProjectRow[];
}

/** What was recorded, for the voter alone and for a short while: later there is nothing to show to anybody. */
export function presentOwnLook({ round, own, projects }: OwnLook, say: Wording) {
  const named = new Map(projects.map((project) => [project.id, project]));
  return {
    title: say.t('my.ballot.title'),
    crumbs: [{ text: say.t('my.title'), path: '/my' }, { text: say.t('my.ballot.title') }],
    round: say.official(round.title).text,
    isOver: own.votes === null,
    lines: own.votes?.map(({ project, points }) => lineOf(named.get(project), points, round, say)),
    receipt: `/rounds/${round.id}/vote/done`,
  };
}

function lineOf(
  project: ProjectRow | undefined,
  points: number | null,
  { ballot }: RoundRow,
  say: Wording,
): string {
  const title = project
    ? `${say.t('common.number', { number: project.ballotNumber })} ${titleOf(project, say).text}`
    : say.t('ballots.check.withdrawn');
  if (points === null) return title;
  const given =
    ballot.kind === 'scoring'
      ? say.t('ballots.grade', { points })
      : say.t('ballots.points', { count: points });
  return `${title} – ${given}`;
}
