import { residentsDifference } from '#rules/budgets/residents-lines.js';
import type {
  BudgetVersionRow,
  ChosenProjectRow,
} from '#features/budget/local-budgets/budget-row.js';
import { presentMoney } from '../money.js';
import { presentChosen, signedMoney } from './budget.presenter.js';

/** "Residents chose X, the budget holds Y", and what each act changed in the lines. */
export function presentDifferences(
  chosen: readonly ChosenProjectRow[],
  versions: readonly BudgetVersionRow[],
) {
  const box = differenceBox(chosen);
  return {
    residents: {
      chosen: { projects: box.chosen.projects, amount: presentMoney(box.chosen.tiyn) },
      held: { projects: box.held.projects, amount: presentMoney(box.held.tiyn) },
      differences: chosen.filter((one) => one.heldTiyn < one.costTiyn).map(presentChosen),
    },
    steps: versions.slice(1).map((version, place) => ({
      from: versions[place]!.act,
      to: version.act,
      changes: changesBetween(versions[place]!, version).map(({ changeTiyn, ...change }) => ({
        ...change,
        change: signedMoney(changeTiyn),
      })),
    })),
  };
}

export function differenceBox(chosen: readonly ChosenProjectRow[]) {
  return residentsDifference(
    chosen.map(({ id, costTiyn }) => ({ projectId: id, costTiyn })),
    new Map(chosen.map(({ id, heldTiyn }) => [id, heldTiyn])),
    chosen.flatMap(({ id, fate, reason }) =>
      fate && reason ? [{ projectId: id, fate, reason }] : [],
    ),
  );
}

/** Lines that grew, shrank, came or went between two versions. */
export function changesBetween(before: BudgetVersionRow, after: BudgetVersionRow) {
  const sums = new Map(before.lines.map((line) => [line.number, line]));
  for (const line of after.lines) if (!sums.has(line.number)) sums.set(line.number, line);
  return [...sums.values()].flatMap(({ number, title }) => {
    const was = before.lines.find((line) => line.number === number)?.amountTiyn ?? 0n;
    const is = after.lines.find((line) => line.number === number)?.amountTiyn ?? 0n;
    return was === is ? [] : [{ line: number, title, changeTiyn: is - was }];
  });
}
