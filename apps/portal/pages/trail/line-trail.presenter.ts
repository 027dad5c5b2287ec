import { isOfOrigin, type LineStepKind } from '#rules/implementation/line-trail.js';
import type { LineTrailRow } from '#features/budget/trail/line-trail-row.js';
import type { Wording } from '#platform/views/wording.js';
import {
  lineStepsOf,
  originPathOf,
  type ToldLineStep,
} from '../../api/trail/line-trail.presenter.js';
import type { Facts } from '../../api/trail/told-steps.js';
import { detailsOf } from './step-details.js';
import { dayOf, lookOf, noteOf } from './step-look.js';

/** The page of a line: up to what it rests on, then down to what was built for its money. */
export function presentLineTrailPage(row: LineTrailRow, say: Wording) {
  const { budgetId, year, line, fate } = row;
  const title = say.official(line.title);
  const place = say.official(row.territoryName).text;
  const budget = {
    text: say.t('budgets.title', { place, year: String(year) }),
    path: `/budgets/${budgetId}`,
  };
  const steps = lineStepsOf(row);
  const shown = (isPart: (step: ToldLineStep) => boolean) =>
    steps.filter(isPart).map((step) => presentStep(step, row, say));
  return {
    heading: say.t('lineTrail.title', { number: line.number }),
    line: title,
    crumbs: [budget, { text: say.t('lineTrail.title', { number: line.number }) }],
    rows: rowsOf(row, say),
    up: shown(({ kind }) => isOfOrigin(kind)),
    down: shown(({ kind }) => !isOfOrigin(kind)),
    fate: fate && `${say.t(`budgets.fates.${fate.fate}`)}: ${say.official(fate.reason).text}`,
    removed: !line.held,
    budget,
    json: `/api/v1/budgets/${budgetId}/lines/${line.number}/trail`,
  };
}

function rowsOf(row: LineTrailRow, say: Wording) {
  const { functionalGroup, programme, amountTiyn } = row.line;
  const path = originPathOf(row);
  return [
    { key: say.t('budgets.columns.sum'), value: say.money(BigInt(amountTiyn)) },
    {
      key: say.t('budgets.columns.group'),
      value: `${functionalGroup}-${programme}, ${say.t(`budgets.groups.${functionalGroup}`)}`,
    },
    {
      key: say.t('budgets.columns.origin'),
      value: originText(row, say),
      ...(path === null ? {} : { path }),
    },
  ];
}

function originText({ origin: { kind, number, title } }: LineTrailRow, say: Wording): string {
  const name = number === null ? '' : ` № ${number}`;
  const told = title === null ? '' : `: ${say.official(title).text}`;
  return `${say.t(`budgets.origins.${kind}`)}${name}${told}`;
}

function presentStep(step: ToldLineStep, row: LineTrailRow, say: Wording) {
  return {
    text: say.t(`lineTrail.steps.${step.kind}`),
    state: lookOf(step),
    at: dayOf(step, say),
    path: documentOf(step, row),
    who: step.record?.post && say.official(step.record.post).text,
    details: [...detailsOf(step, say), ...noteOf(step, say)],
  };
}

type PathOf = (facts: Facts, row: LineTrailRow) => string;

const toBudget: PathOf = (_, { budgetId }) => `/budgets/${budgetId}`;
const toDecision: PathOf = ({ decision }) => `/decisions/${decision}`;
const toWorks: PathOf = (_, { origin }) => `/projects/${origin.number}/works`;

/** Documents of the steps that have one of their own; the others are told where the origin is. */
const DOCUMENTS: Partial<Record<LineStepKind, PathOf>> = {
  assembly: ({ minutes }) => `/minutes/${minutes}`,
  submitted: toBudget,
  commission: toBudget,
  amended: toBudget,
  returned: toDecision,
  adopted: toDecision,
  refined: toDecision,
  contracted: toWorks,
  paid: toWorks,
  accepted: toWorks,
};

function documentOf({ kind, record }: ToldLineStep, row: LineTrailRow): string | undefined {
  if (record === null) return undefined;
  return DOCUMENTS[kind]?.(record.facts, row) ?? originPathOf(row) ?? undefined;
}
