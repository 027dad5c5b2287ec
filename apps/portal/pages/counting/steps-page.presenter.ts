import { settledResult, type SettledPot } from '#features/participation/results/settled-result.js';
import type { Wording } from '#platform/views/wording.js';
import type { VoteType } from '#rules/tally/election.js';
import type { RuleName } from '#rules/tally/rule-spec.js';
import type { ResultParts } from '../../api/results/result.presenter.js';
import { drawHatch } from '../results/rank-bar.js';
import { stampOf } from '../results/result-page.presenter.js';
import { countingCrumbs } from './counting-crumbs.js';
import { pagesOf, sliceOf } from './page-slices.js';
import { shownSteps, type ShownStep } from './pot-steps.js';
import { projectName } from './project-name.js';
import { upTo } from './shown-fraction.js';
import { drawStepBar, drawStepOverview } from './step-drawing.js';
import { STEPS_A_PAGE } from './step-path.js';
import { stepTable } from './step-table.js';
import { stepLines, weightOf } from './step-words.js';

export interface StepsQuestion {
  /** KATO of the pot; undefined: the first one. */
  readonly pot: string | undefined;
  readonly page: number;
}

/** How the count of one pot went, step by step, whatever its rule. */
export function presentStepsPage(say: Wording, parts: ResultParts, question: StepsQuestion) {
  const { round, result, study } = parts;
  const { state, pots } = settledResult(result);
  const asked = pots.findIndex(({ territory }) => territory === question.pot);
  const place = Math.max(0, asked);
  const pot = pots[place]!;
  const { rule, voteType } = result.count;
  const steps = shownSteps(pot, study.purses?.[place] ?? []);
  const slice = sliceOf(steps, { page: question.page, size: STEPS_A_PAGE });
  const setting: StepSetting = { pot, voteType, steps };
  const title = say.t('counting.steps.title');
  return {
    title,
    crumbs: countingCrumbs(say, round, title),
    stamp: stampOf(say, { round, result }, state),
    hatch: drawHatch(),
    intro: say.t(`counting.steps.intro.${rule.name}`),
    pots: pots.length > 1 ? potLinks(say, parts, pot) : [],
    tie: pot.tie && say.t('counting.steps.tie'),
    figures: figuresOf(say, pot, steps),
    raised: isRaised(pot) && say.t('counting.steps.raised'),
    overview: steps.length > 1 && overviewOf(say, setting, rule.name),
    steps: slice.shown.map((shown) => stepCard(say, setting, shown)),
    table: slice.shown.length > 0 && stepTable(say, slice.shown, voteType),
    pagination: pagesOf(`/rounds/${round.id}/results/steps?pot=${pot.territory}`, slice),
    hasWords: rule.name === 'equal-shares',
    jsonTwin: `/api/v1/rounds/${round.id}/results`,
  };
}

interface StepSetting {
  readonly pot: SettledPot;
  readonly voteType: VoteType;
  readonly steps: readonly ShownStep[];
}

function potLinks(say: Wording, { round, result }: ResultParts, current: SettledPot) {
  return settledResult(result).pots.map(({ territory, name }) => ({
    text: say.official(name).text,
    path: `/rounds/${round.id}/results/steps?pot=${territory}`,
    current: territory === current.territory,
  }));
}

function figuresOf(say: Wording, pot: SettledPot, steps: readonly ShownStep[]) {
  const left = BigInt(pot.budgetTiyn) - BigInt(pot.costTiyn);
  const purses = pot.purse
    ? [
        ...(isRaised(pot)
          ? [{ key: say.t('counting.steps.firstPurse'), value: say.money(firstPurse(pot)) }]
          : []),
        { key: say.t('counting.steps.purse'), value: say.money(upTo(pot.purse)) },
      ]
    : [];
  return [
    { key: say.t('results.keys.budget'), value: say.money(BigInt(pot.budgetTiyn)) },
    { key: say.t('counting.measures.voters'), value: say.number(pot.voters) },
    ...purses,
    { key: say.t('counting.steps.steps'), value: say.number(steps.length) },
    { key: say.t('counting.steps.left'), value: say.money(left) },
  ];
}

function firstPurse({ budgetTiyn, voters }: SettledPot): bigint {
  return upTo(`${budgetTiyn}/${voters || 1}`);
}

function isRaised(pot: SettledPot): boolean {
  return Boolean(pot.purse) && upTo(pot.purse!) > firstPurse(pot);
}

function overviewOf(say: Wording, { pot, steps }: StepSetting, rule: RuleName) {
  const key = rule === 'equal-shares' ? 'overviewText' : 'overviewVotes';
  const text = say.t(`counting.steps.${key}`, { count: steps.length });
  const drawing = drawStepOverview({
    id: pot.territory,
    title: say.t('counting.steps.overview'),
    text,
    steps: steps.map((shown) => ({
      ...weightOf(shown),
      name: `${say.number(shown.turn)}. ${projectName(say, shown.project)}`,
    })),
  });
  return { drawing, text };
}

function stepCard(say: Wording, { pot, voteType, steps }: StepSetting, shown: ShownStep) {
  const most = Math.max(1, ...steps.map(({ project }) => project.points));
  const project = projectName(say, shown.project);
  return {
    id: `step-${shown.turn}`,
    heading: say.t('counting.steps.step', { step: shown.turn, project }),
    before: shown.beginsCompletion && say.t('counting.steps.completion'),
    isTaken: shown.isTaken,
    cost: say.money(BigInt(shown.step.cost)),
    bar: drawStepBar(weightOf(shown), most),
    lines: stepLines(say, shown, voteType),
    rivals: rivalsOf(say, pot, { shown, most }),
  };
}

function rivalsOf(
  say: Wording,
  pot: SettledPot,
  { shown, most }: { readonly shown: ShownStep; readonly most: number },
) {
  const { view } = shown;
  if (!view) return null;
  if (view.payable === 1) return { text: say.t('counting.steps.shares.noRivals'), rows: [] };
  const payable = say.number(view.payable - 1);
  return {
    text: say.t('counting.steps.shares.rivals', { payable }),
    rows: view.rivals.flatMap(({ project: id, effectiveVotes }) => {
      const project = pot.settled.find((each) => each.id === id);
      if (!project) return [];
      const weight = { whole: project.points, part: Math.min(project.points, effectiveVotes) };
      return {
        name: projectName(say, project),
        value: say.number(effectiveVotes),
        bar: drawStepBar(weight, most),
      };
    }),
  };
}
