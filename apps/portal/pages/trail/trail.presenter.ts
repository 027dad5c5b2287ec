import type { TrailStep } from '#rules/implementation/trail.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { TrailFacts, TrailRecordRow, TrailRow } from '#features/budget/trail/trail.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { stepsOf } from '../../api/trail/trail-steps.js';

const MARKS = { done: 'done', awaited: 'ahead', late: 'missing', missing: 'missing' } as const;

/** R08: one project from the proposal to the warranty, as one line down the page. */
export function presentTrailPage(row: TrailRow, say: Wording) {
  const { project, voices } = row;
  const title = say.official(project.title).text;
  const { fate, built, notSo } = voices;
  return {
    title: say.t('trail.title'),
    project: title,
    number: project.number,
    place: say.official(project.territoryName).text,
    path: `/projects/${project.number}`,
    steps: stepsOf(row).map((step) => lineOf(step, row, say)),
    fate: fate && `${say.t(`budgets.fates.${fate.fate}`)}: ${say.official(fate.reason).text}`,
    residents: built + notSo > 0 ? say.t('trail.residents', { built, notSo }) : undefined,
    json: `/api/v1/projects/${project.id}/trail`,
  };
}

function lineOf(step: TrailStep, { records }: TrailRow, say: Wording) {
  const record = records.find(({ kind }) => kind === step.kind);
  const text = say.t(`trail.steps.${step.kind}`);
  const path = record && pathOf(record);
  return {
    state: MARKS[step.state],
    at: step.state === 'done' ? say.date(step.on) : say.t(`trail.states.${step.state}`),
    text,
    ...(path ? { path } : {}),
    who: record?.who ? say.official(record.who).text : undefined,
    detail:
      [...(record ? factsOf(record, say) : []), ...termOf(step, say)].join(' · ') || undefined,
  };
}

function pathOf({ facts }: TrailRecordRow): string | undefined {
  if (facts.decision) return `/decisions/${facts.decision}`;
  return facts.budget ? `/budgets/${facts.budget}` : undefined;
}

function factsOf({ document, facts }: TrailRecordRow, say: Wording): readonly string[] {
  return [
    ...(document ? [say.t('trail.document', { document })] : []),
    ...sumOf(facts.costTiyn, 'trail.sum', say),
    ...(facts.percent === undefined ? [] : [`${facts.percent} %`]),
    ...sumOf(facts.paidTiyn === '0' ? null : facts.paidTiyn, 'trail.paid', say),
    ...wordsOf(facts, say),
  ];
}

function wordsOf(facts: TrailFacts, say: Wording): readonly string[] {
  const { opinion, supplier, delayReason, until } = facts;
  return [
    ...(facts.for === undefined ? [] : [say.t('trail.votesFor', { count: facts.for })]),
    ...(opinion ? [say.t(`trail.opinions.${opinion}`)] : []),
    ...(supplier ? [supplier] : []),
    ...(delayReason ? [say.t(`works.delays.${delayReason}`)] : []),
    ...(until ? [say.t('trail.until', { day: say.date(until) })] : []),
  ];
}

function sumOf(tiyn: string | null | undefined, key: string, say: Wording): readonly string[] {
  if (!tiyn) return [];
  const sum: Tiyn = BigInt(tiyn);
  return [say.t(key, { sum: say.money(sum) })];
}

function termOf({ by, daysLate }: TrailStep, say: Wording): readonly string[] {
  if (by === null) return [];
  const term = say.t('trail.plannedBy', { day: say.date(by) });
  return daysLate > 0 ? [term, say.t('trail.daysLate', { count: daysLate })] : [term];
}
