import type { TrailRow } from '#features/budget/trail/trail-row.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { Wording } from '#platform/views/wording.js';
import { stepsOf, type ToldStep } from '../../api/trail/trail.presenter.js';
import { titleOf } from '../projects/title.js';
import { linePath } from '../budgets/line-path.js';
import { detailsOf } from './step-details.js';
import { dayOf, lookOf, noteOf } from './step-look.js';

/** The page of a trail: one vertical line that prints on paper as it stands. */
export function presentTrailPage(project: ProposalRow, trail: TrailRow, say: Wording) {
  const title = titleOf(project, say);
  const { fate, residents } = trail;
  const { built, notSo } = residents;
  const path = `/projects/${project.number}`;
  return {
    heading: say.t('trail.title'),
    project: title,
    crumbs: [
      { text: say.official(project.roundTitle).text, path: `/rounds/${project.roundId}` },
      { text: title.text, path },
      { text: say.t('trail.title') },
    ],
    steps: stepsOf(trail).map((step) => presentStep(step, path, say)),
    fate: fate && `${say.t(`budgets.fates.${fate.fate}`)}: ${say.official(fate.reason).text}`,
    residents: built + notSo > 0 ? say.t('trail.residents', { built, notSo }) : undefined,
    ended: trail.endedAfter !== null,
    worksPath: project.state === 'winner' ? `${path}/works` : undefined,
    json: `/api/v1/projects/${project.id}/trail`,
  };
}

function presentStep(step: ToldStep, path: string, say: Wording) {
  return {
    text: say.t(`trail.steps.${step.kind}`),
    state: lookOf(step),
    at: dayOf(step, say),
    path: step.state === 'done' ? documentOf(step, path) : undefined,
    who: step.record?.post && say.official(step.record.post).text,
    details: [...detailsOf(step, say), ...noteOf(step, say)],
  };
}

/** Where the document of a step can be read. */
function documentOf({ kind, record }: ToldStep, path: string): string | undefined {
  switch (kind) {
    case 'proposed':
    case 'checked':
    case 'estimated':
    case 'admitted':
      return path;
    case 'assembly':
      return `/minutes/${record?.facts['minutes'] ?? ''}`;
    case 'requested':
      return linePath(String(record?.facts['budget']), Number(record?.facts['line']));
    case 'commission':
      return `/budgets/${record?.facts['budget'] ?? ''}`;
    case 'adopted':
      return `/decisions/${record?.facts['decision'] ?? ''}`;
    case 'contracted':
    case 'building':
    case 'accepted':
      return `${path}/works`;
    default:
      return undefined;
  }
}
