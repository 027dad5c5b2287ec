import type { StoredStep } from '#features/participation/results/stored-count.js';
import type { Wording } from '#platform/views/wording.js';
import type { VoteType } from '#rules/tally/election.js';
import { amountOf } from '../results/reason-words.js';
import type { ShownStep } from './pot-steps.js';
import { tenths, upTo } from './shown-fraction.js';

type StepOf<Kind extends StoredStep['kind']> = Extract<StoredStep, { readonly kind: Kind }>;

/** A step in sentences: who could pay, the price, what it was worth, what was left. */
export function stepLines(say: Wording, shown: ShownStep, voteType: VoteType): readonly string[] {
  const { step } = shown;
  switch (step.kind) {
    case 'equal-shares':
      return sharesLines(say, shown, { step, voteType });
    case 'phragmen':
      return phragmenLines(say, shown, step);
    default:
      return [greedyLine(say, shown, { step, voteType })];
  }
}

interface Said<Kind extends StoredStep['kind']> {
  readonly step: StepOf<Kind>;
  readonly voteType: VoteType;
}

function sharesLines(
  say: Wording,
  { project, view, leftTiyn }: ShownStep,
  { step, voteType }: Said<'equal-shares'>,
): readonly string[] {
  if (step.cost === '0') return [say.t('counting.steps.shares.free')];
  const all = step.emptied === 0 && step.payers === project.votes;
  const key = `${all ? 'all' : 'some'}Paid${hasPoints(voteType) ? 'Point' : ''}`;
  const { payers, emptied } = step;
  return [
    say.t(`counting.steps.shares.${key}`, {
      count: project.votes,
      price: say.money(upTo(step.price)),
      ...(!all && { payers: say.number(payers), emptied: say.number(emptied) }),
    }),
    say.t('counting.steps.shares.effective', { votes: say.number(tenths(step.effectiveVotes)) }),
    say.t('counting.steps.shares.after', { left: say.money(leftTiyn) }),
    ...(view ? [say.t('counting.steps.shares.empty', { empty: say.number(view.empty) })] : []),
  ];
}

function phragmenLines(
  say: Wording,
  { isTaken, leftTiyn }: ShownStep,
  step: StepOf<'phragmen'>,
): readonly string[] {
  const { time, supporters } = step;
  const sums = { cost: say.money(BigInt(step.cost)), left: say.money(leftTiyn) };
  return [
    time === null
      ? say.t('counting.steps.phragmen.alone')
      : say.t('counting.steps.phragmen.time', {
          time: say.money(upTo(time)),
          supporters: say.number(supporters),
        }),
    isTaken
      ? say.t('counting.steps.phragmen.after', { left: sums.left })
      : say.t('counting.steps.phragmen.passed', sums),
  ];
}

function greedyLine(
  say: Wording,
  { isTaken, leftTiyn }: ShownStep,
  { step, voteType }: Said<'greedy'>,
): string {
  const votes = amountOf(say, step.points, voteType);
  if (step.conflictWith !== undefined)
    return say.t('counting.steps.greedy.conflict', { votes, with: Number(step.conflictWith) });
  const key = isTaken ? 'taken' : 'passed';
  const sums = { cost: say.money(BigInt(step.cost)), left: say.money(leftTiyn) };
  return say.t(`counting.steps.greedy.${key}`, { votes, ...sums });
}

/** Is a choice worth more than one point? Then prices are prices of a point. */
export function hasPoints(voteType: VoteType): boolean {
  return voteType !== 'approval' && voteType !== 'choose-1';
}

/** What a step's bar shows: points given, and those that still had money behind them. */
export function weightOf({ step, project, isTaken }: ShownStep) {
  const whole = project.points;
  if (step.kind === 'equal-shares') {
    const effective = step.cost === '0' ? whole : tenths(step.effectiveVotes);
    return { whole, part: Math.min(whole, effective) };
  }
  return { whole, part: isTaken ? whole : 0 };
}
