import type { DraftChoice } from '#features/participation/ballots/ballot-draft.js';
import type { Wording } from '#platform/views/wording.js';
import type { BallotRule } from '#rules/participation/ballot-rule.js';
import type { BallotInHand } from './ballot-layout.js';
import { spendingOf, type PotSpending } from './pot-spending.js';

interface BarSum {
  readonly label: string;
  readonly value: string;
  readonly exact?: string;
  readonly strong?: boolean;
}

/** The bar of a ballot in the making: how much is chosen, how much is left, by how much it is over. */
export interface BudgetBar {
  readonly percent: number;
  readonly text: string;
  readonly sums: readonly BarSum[];
  readonly over?: string;
  readonly action: { readonly text: string; readonly path: string };
}

type Measure = Pick<BudgetBar, 'percent' | 'sums'> & { readonly over?: string | undefined };

export function presentBar(hand: BallotInHand, say: Wording): BudgetBar {
  const { over, ...measure } = measureOf(hand, say);
  const words = measure.sums.map(({ label, value }) => `${label}: ${value}`).join('. ');
  return {
    ...measure,
    ...(over ? { over } : {}),
    text: over ? `${over} ${words}` : words,
    action: { text: say.t('common.budget.check'), path: hand.ways.check },
  };
}

function measureOf(hand: BallotInHand, say: Wording): Measure {
  const rule = hand.paper.rule;
  const { choices } = hand.draft;
  switch (rule.kind) {
    case 'knapsack':
      return money(spendingOf(hand), hand, say);
    case 'cumulative':
      return points(choices, rule, say);
    case 'scoring':
      return grades(choices, hand.projects.length, say);
    default:
      return count(choices, rule, say);
  }
}

function count(
  choices: readonly DraftChoice[],
  rule: BallotRule & { kind: 'approval' | 'ordinal' },
  say: Wording,
): Measure {
  const extra = choices.length - rule.max;
  const label = rule.kind === 'ordinal' ? 'ballots.bar.ranked' : 'common.budget.chosenProjects';
  return {
    percent: share(choices.length, rule.max),
    sums: [
      { label: say.t(label), value: say.number(choices.length), strong: true },
      { label: say.t('common.budget.limit'), value: say.number(rule.max) },
    ],
    over: extra > 0 ? say.t('common.budget.tooMany', { limit: rule.max, count: extra }) : undefined,
  };
}

function points(
  choices: readonly DraftChoice[],
  rule: BallotRule & { kind: 'cumulative' },
  say: Wording,
): Measure {
  const given = choices.reduce((sum, choice) => sum + (choice.points ?? 0), 0);
  const extra = given - rule.points;
  return {
    percent: share(given, rule.points),
    sums: [
      { label: say.t('ballots.bar.pointsLeft'), value: say.number(-extra), strong: true },
      { label: say.t('ballots.bar.pointsGiven'), value: say.number(given) },
      { label: say.t('common.budget.total'), value: say.number(rule.points) },
    ],
    over: extra > 0 ? say.t('ballots.bar.tooManyPoints', { count: extra }) : undefined,
  };
}

function grades(choices: readonly DraftChoice[], projects: number, say: Wording): Measure {
  return {
    percent: share(choices.length, projects),
    sums: [
      { label: say.t('ballots.bar.graded'), value: say.number(choices.length), strong: true },
      { label: say.t('ballots.bar.projects'), value: say.number(projects) },
    ],
  };
}

function money(spending: readonly PotSpending[], hand: BallotInHand, say: Wording): Measure {
  const over = spending.filter(({ leftTiyn }) => leftTiyn < 0n);
  return {
    percent: Math.max(0, ...spending.map(percentOf)),
    sums: spending.length === 1 ? onePot(spending[0]!, say) : manyPots(spending, hand, say),
    over: over.length > 0 ? overMoney(over, say) : undefined,
  };
}

function onePot({ leftTiyn, spentTiyn, amountTiyn }: PotSpending, say: Wording): BarSum[] {
  const left = leftTiyn < 0n ? 'ballots.bar.missing' : 'common.budget.left';
  return [
    { label: say.t(left), ...sum(sizeOf(leftTiyn), say), strong: true },
    { label: say.t('common.budget.chosen'), ...sum(spentTiyn, say) },
    { label: say.t('common.budget.total'), ...sum(amountTiyn, say) },
  ];
}

function manyPots(spending: readonly PotSpending[], hand: BallotInHand, say: Wording): BarSum[] {
  const names = new Map(hand.round.pots.map(({ territory, name }) => [territory, name]));
  return spending.map(({ pot, leftTiyn }) => {
    const left = sizeOf(leftTiyn);
    const key = leftTiyn < 0n ? 'ballots.bar.missingSum' : 'ballots.bar.leftSum';
    return {
      label: say.official(names.get(pot) ?? {}).text,
      value: say.t(key, { sum: say.moneyShort(left) }),
      exact: say.money(left),
      strong: true,
    };
  });
}

function overMoney(over: readonly PotSpending[], say: Wording): string {
  const missing = over.map(({ leftTiyn }) => say.moneyShort(-leftTiyn));
  return say.t('ballots.bar.overMoney', { missing: missing.join(', ') });
}

function sum(amount: bigint, say: Wording): { value: string; exact: string } {
  return { value: say.moneyShort(amount), exact: say.money(amount) };
}

function sizeOf(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function percentOf({ spentTiyn, amountTiyn }: PotSpending): number {
  if (amountTiyn === 0n) return spentTiyn > 0n ? 100 : 0;
  return Math.min(100, Number((spentTiyn * 100n) / amountTiyn));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, Math.floor((part * 100) / whole));
}
