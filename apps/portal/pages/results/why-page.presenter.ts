import type { ResultRow } from '#features/participation/results/result.reader.js';
import {
  settledResult,
  type SettledPot,
  type SettledProject,
} from '#features/participation/results/settled-result.js';
import type { StoredStep } from '#features/participation/results/stored-count.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import type { ResultParts } from '../../api/results/result.presenter.js';
import { ownStepLines } from '../counting/own-step.js';
import { stepPath } from '../counting/step-path.js';
import { counterfactualLine, outcomeCodeOf, reasonLines } from './reason-words.js';
import { lotsTable } from './lots-table.js';
import { searchNote } from './search-note.js';
import { crumbsOf, stampOf } from './result-page.presenter.js';

/** Steps shown before and after a project's own. */
const NEIGHBOURS = 4;

interface Why {
  readonly round: RoundRow;
  readonly result: ResultRow;
  readonly pot: SettledPot;
  readonly project: SettledProject;
}

/** The page of one project's outcome; null for a number that did not stand on the ballot. */
export function presentWhyPage(
  say: Wording,
  { round, result, study }: Pick<ResultParts, 'round' | 'result' | 'study'>,
  number: number,
) {
  const { state, pots } = settledResult(result);
  const pot = pots.find(({ settled }) => settled.some((project) => project.number === number));
  const project = pot?.settled.find((each) => each.number === number);
  if (!pot || !project) return null;
  const why: Why = { round, result, pot, project };
  const numberText = say.t('common.number', { number });
  const title = say.official(project.title).text;
  return {
    title: say.t('results.why.title', { number }),
    crumbs: [...crumbsOf(say, round).slice(0, 1), resultsCrumb(say, round), { text: numberText }],
    heading: `${numberText} ${title}`,
    stamp: stampOf(say, { round, result }, state),
    outcome: outcomeTag(say, project),
    lines: reasonLines(say, project),
    stepLines: ownStepLines(say, { count: result.count, study, pot, project }),
    missing: counterfactualLine(say, project, result.count.voteType),
    missingNote: searchNote(say, project, { rule: result.count.rule, study }),
    rows: numbersOf(say, why),
    turns: turnsOf(say, why),
    lots: lotsTable(say, why),
    ...pathsOf(why),
  };
}

function pathsOf(why: Why) {
  const { round, project } = why;
  return {
    projectPath: `/projects/${project.proposal}`,
    resultsPath: `/rounds/${round.id}/results`,
    stepPath: stepPathOf(why),
    verifyPath: `/rounds/${round.id}/verify`,
  };
}

function resultsCrumb(say: Wording, round: RoundRow) {
  return { text: say.t('results.title'), path: `/rounds/${round.id}/results` };
}

function outcomeTag(say: Wording, project: SettledProject) {
  const code = outcomeCodeOf(project);
  const colour = project.place === null ? 'grey' : 'green';
  return { text: say.t(`results.outcomes.${code}`), colour };
}

function numbersOf(say: Wording, { result, pot, project }: Why) {
  const { minimumVotes, voteType } = result.count;
  const votes = { votes: say.number(project.votes), voters: say.number(pot.voters) };
  const turn = pot.steps.findIndex((step) => step.project === project.id);
  return [
    { key: say.t('results.keys.votes'), value: say.t('results.why.of', votes) },
    ...(voteType === 'approval' || voteType === 'choose-1'
      ? []
      : [{ key: say.t('results.keys.points'), value: say.number(project.points) }]),
    { key: say.t('results.keys.cost'), value: say.money(BigInt(project.costTiyn)) },
    ...(minimumVotes > 0
      ? [{ key: say.t('results.keys.minimum'), value: say.number(minimumVotes) }]
      : []),
    ...(turn === -1 ? [] : turnRows(say, pot, turn)),
    ...seedRows(say, result),
    {
      key: say.t('results.keys.pot'),
      value: `${say.official(pot.name).text}: ${say.money(BigInt(pot.budgetTiyn))}`,
    },
  ];
}

function seedRows(say: Wording, { count }: ResultRow) {
  return count.draw ? [{ key: say.t('results.keys.seed'), value: count.draw.seed }] : [];
}

function turnRows(say: Wording, { steps }: SettledPot, turn: number) {
  const place = { turn: say.number(turn + 1), all: say.number(steps.length) };
  return [
    { key: say.t('results.keys.turn'), value: say.t('results.why.turnOf', place) },
    { key: say.t('results.keys.left'), value: say.money(BigInt(steps[turn]!.left)) },
  ];
}

/** The project's own step among all; null where the rule never came to it. */
function stepPathOf({ round, pot, project }: Why): string | null {
  const turn = pot.steps.findIndex((step) => step.project === project.id);
  if (turn === -1) return null;
  return stepPath(round.id, { pot: pot.territory, turn: turn + 1 });
}

/** The part of the count around the project's own turn. */
function turnsOf(say: Wording, { pot, project }: Why) {
  const turn = pot.steps.findIndex((step) => step.project === project.id);
  if (turn === -1) return null;
  const from = Math.max(0, turn - NEIGHBOURS);
  const shown = pot.steps.slice(from, turn + NEIGHBOURS + 1);
  return {
    caption: say.t('results.why.neighbours'),
    columns: [
      { text: say.t('results.columns.project') },
      { text: say.t('results.columns.left'), numeric: true },
      { text: say.t('results.columns.cost'), numeric: true },
      { text: say.t('results.columns.outcome') },
    ],
    rows: shown.map((step, place) => turnRow(say, pot, { step, place: from + place + 1 })),
  };
}

function turnRow(
  say: Wording,
  pot: SettledPot,
  { step, place }: { readonly step: StoredStep; readonly place: number },
) {
  const project = pot.settled.find(({ id }) => id === step.project);
  const isTaken = !('taken' in step) || step.taken;
  const name = project ? say.official(project.title).text : '';
  const number = say.t('common.number', { number: Number(step.project) });
  return {
    cells: [
      { text: `${say.number(place)}. ${number} ${name}` },
      { text: say.money(BigInt(step.left)) },
      { text: say.money(BigInt(step.cost)) },
      { text: say.t(isTaken ? 'results.ranking.won' : 'results.why.lost') },
    ],
  };
}
