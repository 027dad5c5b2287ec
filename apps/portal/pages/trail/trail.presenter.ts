import type { TrailRow } from '#features/budget/trail/trail-row.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { Wording } from '#platform/views/wording.js';
import { stepsOf, type ToldStep } from '../../api/trail/trail.presenter.js';
import { titleOf } from '../projects/title.js';
import { detailsOf } from './step-details.js';

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

function lookOf({ state, next }: ToldStep): string {
  if (state === 'done') return 'done';
  if (state === 'awaited') return next ? 'current' : 'ahead';
  return 'missing';
}

function dayOf(step: ToldStep, say: Wording): string | undefined {
  if (step.state === 'done') return say.date(step.on);
  return step.by === null ? undefined : say.t('trail.by', { day: say.date(step.by) });
}

/** What is not there, how late it is, what comes next. */
function noteOf(step: ToldStep, say: Wording): readonly string[] {
  const { state, daysLate: count, by, next } = step;
  if (state === 'missing')
    return [say.t(count > 0 ? 'trail.missingLate' : 'trail.missing', { count })];
  const late = count > 0 ? [say.t('trail.late', { count })] : [];
  const planned =
    state === 'done' && count > 0 && by ? [say.t('trail.by', { day: say.date(by) })] : [];
  return [...planned, ...late, ...(next ? [say.t('trail.next')] : [])];
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
