import { possibleWorksActs, type WorksState } from '#rules/implementation/works-lifecycle.js';
import type { ContractRow, WorksRow } from '#features/budget/works/works-row.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { Wording } from '#platform/views/wording.js';
import { titleOf } from '../projects/title.js';
import { presentAcceptance, presentResidentReport } from './works-acceptance.presenter.js';
import { presentMilestone, presentScopeChange } from './works-progress.presenter.js';

/** What the reader of the page may do. */
export interface WorksReading {
  readonly builds: boolean;
  readonly isAuthor: boolean;
  readonly livesHere: boolean;
}

interface WorksModel {
  readonly project: ProposalRow;
  readonly works: WorksRow;
  readonly reading: WorksReading;
}

const COLOURS: Readonly<Record<WorksState, string>> = {
  planned: 'grey',
  contracted: 'blue',
  building: 'yellow',
  accepted: 'green',
  postponed: 'orange',
  cancelled: 'red',
};

/** The page of the works: sums side by side, then act by act, the newest first. */
export function presentWorksPage({ project, works, reading }: WorksModel, say: Wording) {
  const path = `/projects/${works.number}`;
  const contract = works.contracts.at(-1);
  return {
    ...headOf(project, say),
    tag: worksTag(works.state, say),
    done: say.t('works.done', { percent: works.milestones.at(-1)?.percent ?? 0 }),
    figures: figuresOf(works, say),
    above: aboveText(works, say),
    contract: contract && { rows: contractRows(contract, say), url: contract.procurementUrl },
    milestones: works.milestones.map((one) => presentMilestone(one, say)).toReversed(),
    changes: works.scopeChanges
      .map((one) => presentScopeChange(one, reading.isAuthor, say))
      .toReversed(),
    decisions: works.decisions
      .map(({ act, reason, at, post }) => ({
        text: say.t(`works.acts.${act}`),
        detail: say.official(reason).text,
        at: say.date(at),
        who: say.official(post).text,
        state: 'done',
      }))
      .toReversed(),
    acceptance: works.acceptance && presentAcceptance(works.acceptance, say),
    reports: works.residentReports.map((one) => presentResidentReport(one, say)).toReversed(),
    doors: doorsOf(works, reading, path),
    path: `${path}/works`,
    trailPath: `${path}/trail`,
    quarterlyPath: `/rounds/${works.roundId}/reports`,
    json: `/api/v1/projects/${works.projectId}/works`,
    openFormat: `/api/v1/projects/${works.projectId}/oc4ids`,
  };
}

export function worksTag(state: WorksState, say: Wording) {
  return { text: say.t(`works.states.${state}`), colour: COLOURS[state] };
}

function headOf(project: ProposalRow, say: Wording) {
  const title = titleOf(project, say);
  return {
    heading: say.t('works.title'),
    project: title,
    crumbs: [
      { text: say.official(project.roundTitle).text, path: `/rounds/${project.roundId}` },
      { text: title.text, path: `/projects/${project.number}` },
      { text: say.t('works.title') },
    ],
  };
}

/** Planned, contracted, paid: the three numbers that people compare. */
function figuresOf({ plannedTiyn, contracts, milestones }: WorksRow, say: Wording) {
  const sums = {
    planned: plannedTiyn,
    contract: contracts.at(-1)?.sumTiyn,
    paid: milestones.at(-1)?.paidTiyn,
  };
  return Object.entries(sums).flatMap(([name, sum]) =>
    sum === undefined
      ? []
      : [{ label: say.t(`works.sums.${name}`), value: say.moneyShort(sum), exact: say.money(sum) }],
  );
}

function aboveText({ contracts, milestones }: WorksRow, say: Wording): string | undefined {
  const above = (milestones.at(-1)?.paidTiyn ?? 0n) - (contracts.at(-1)?.sumTiyn ?? 0n);
  if (contracts.length === 0 || above <= 0n) return undefined;
  return say.t('works.aboveContract', { sum: say.money(above) });
}

function contractRows(contract: ContractRow, say: Wording) {
  const values = {
    number: contract.number,
    supplier: contract.supplierName,
    bin: contract.supplierBin,
    sum: say.money(contract.sumTiyn),
    signedOn: say.date(contract.signedOn),
    finishBy: say.date(contract.finishBy),
  };
  return Object.entries(values).map(([name, value]) => ({
    key: say.t(`works.fields.${name}`),
    value,
  }));
}

function doorsOf({ state }: WorksRow, { builds, livesHere }: WorksReading, path: string) {
  const acts = possibleWorksActs(state);
  const isOpen = acts.length > 0;
  return {
    contract: builds && acts.includes('contract') ? `${path}/works/contract` : undefined,
    milestone: builds && acts.includes('progress') ? `${path}/works/milestone` : undefined,
    acceptance: builds && acts.includes('accept') ? `${path}/works/acceptance` : undefined,
    change: builds && isOpen ? `${path}/works/change` : undefined,
    decision: builds && isOpen ? `${path}/works/decision` : undefined,
    report:
      livesHere && ['contracted', 'building', 'accepted'].includes(state)
        ? `${path}/works/report`
        : undefined,
  };
}
