import type { Wording } from '#platform/views/wording.js';
import type { VoteType } from '#rules/tally/election.js';
import type { ShownStep } from './pot-steps.js';
import { projectName } from './project-name.js';
import { tenths, upTo } from './shown-fraction.js';
import { hasPoints } from './step-words.js';

interface Column {
  readonly name: string;
  readonly of: (say: Wording, shown: ShownStep) => string;
}

const money = (say: Wording, tiyn: bigint): string => say.money(tiyn);

const COST: Column = { name: 'cost', of: (say, { step }) => money(say, BigInt(step.cost)) };
const AFTER: Column = { name: 'after', of: (say, { leftTiyn }) => money(say, leftTiyn) };
const VOTES: Column = { name: 'votes', of: (say, { project }) => say.number(project.votes) };
const SUPPORTERS: Column = { ...VOTES, name: 'supporters' };
const OUTCOME: Column = {
  name: 'outcome',
  of: (say, { isTaken }) => say.t(`counting.steps.${isTaken ? 'taken' : 'passed'}`),
};

/** The steps shown once more, as a table: the same figures as in sentences and bars. */
export function stepTable(say: Wording, steps: readonly ShownStep[], voteType: VoteType) {
  const columns = columnsFor(steps, voteType);
  return {
    caption: say.t('counting.steps.table'),
    columns: [
      { text: say.t('counting.steps.columns.project') },
      ...columns.map(({ name }) => ({
        text: say.t(`counting.steps.columns.${name}`),
        numeric: name !== 'outcome',
      })),
    ],
    rows: steps.map((shown) => ({
      cells: [
        { text: `${say.number(shown.turn)}. ${projectName(say, shown.project)}` },
        ...columns.map((column) => ({ text: column.of(say, shown) })),
      ],
    })),
  };
}

function columnsFor(steps: readonly ShownStep[], voteType: VoteType): readonly Column[] {
  const kinds = new Set(steps.map(({ step }) => step.kind));
  if (kinds.has('equal-shares')) return sharesColumns(steps, voteType);
  return kinds.has('phragmen')
    ? [COST, SUPPORTERS, TIME, OUTCOME, AFTER]
    : [VOTES, COST, OUTCOME, AFTER];
}

function sharesColumns(steps: readonly ShownStep[], voteType: VoteType): readonly Column[] {
  const price = { ...PRICE, name: hasPoints(voteType) ? 'pricePoint' : 'price' };
  const columns = [COST, SUPPORTERS, PAYERS, price, EFFECTIVE, AFTER];
  return steps.some(({ view }) => view) ? [...columns, EMPTY] : columns;
}

const NOTHING = '–';

const PAYERS: Column = {
  name: 'payers',
  of: (say, { step }) => (step.kind === 'equal-shares' ? say.number(step.payers) : NOTHING),
};
const PRICE: Column = {
  name: 'price',
  of: (say, { step }) => (step.kind === 'equal-shares' ? say.money(upTo(step.price)) : NOTHING),
};
const EFFECTIVE: Column = {
  name: 'effective',
  of: (say, { step }) =>
    step.kind === 'equal-shares' ? say.number(tenths(step.effectiveVotes)) : NOTHING,
};
const EMPTY: Column = {
  name: 'empty',
  of: (say, { view }) => (view ? say.number(view.empty) : NOTHING),
};
const TIME: Column = {
  name: 'time',
  of: (say, { step }) =>
    step.kind === 'phragmen' && step.time !== null ? say.money(upTo(step.time)) : NOTHING,
};
