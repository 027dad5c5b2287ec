import { Injectable } from '@nestjs/common';
import { type ComparedLine, compareLines } from '#rules/budgets/budget-comparison.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type {
  AmendmentRow,
  BudgetRow,
  BudgetVersionRow,
  ChosenProjectRow,
} from '../local-budgets/budget-row.js';
import { BudgetReader } from '../local-budgets/budget.reader.js';
import type { ExecutionRow, FollowedWorksRow } from './execution-row.js';
import { ExecutionReader } from './execution.reader.js';

/** A line through the life of its budget, with what was said about its changes. */
export interface ComparisonRow extends ComparedLine {
  readonly reasons: readonly OfficialText[];
}

/** Draft, adopted, refined, executed: asked of the versions and records, kept nowhere. */
export interface Comparison {
  readonly budget: BudgetRow;
  readonly rows: readonly ComparisonRow[];
  readonly executions: readonly ExecutionRow[];
  readonly works: readonly FollowedWorksRow[];
}

/** Compares what a budget was at its acts with what was paid. */
@Injectable()
export class ComparisonReader {
  constructor(
    private readonly budgets: BudgetReader,
    private readonly executions: ExecutionReader,
  ) {}

  async get(budgetId: string): Promise<Comparison> {
    const budget = await this.budgets.get(budgetId);
    const [versions, amendments, chosen, executions, works] = await Promise.all([
      this.budgets.listVersions(budgetId),
      this.budgets.listAmendments(budgetId),
      this.budgets.listChosen(budgetId),
      this.executions.listOf(budgetId),
      this.executions.listWorks(budgetId),
    ]);
    const lines = compareLines(actsOf({ budget, versions, executions, works }));
    const reasons = { amendments, chosen, executions, versions };
    const rows = lines.map((line) => ({ ...line, reasons: reasonsOf(line.line, reasons) }));
    return { budget, rows, executions, works };
  }
}

interface Known {
  readonly budget: BudgetRow;
  readonly versions: readonly BudgetVersionRow[];
  readonly executions: readonly ExecutionRow[];
  readonly works: readonly FollowedWorksRow[];
}

function actsOf({ budget, versions, executions, works }: Known) {
  const linesAt = (act: BudgetVersionRow['act']) =>
    versions.findLast((version) => version.act === act)?.lines ?? null;
  return {
    draft: linesAt('submitted') ?? budget.lines,
    adopted: linesAt('adopted'),
    refined: linesAt('refined'),
    executed: paidByLine(executions, works),
  };
}

/** As the last quarter tells it; of works that no quarter has told yet, as their milestones do. */
function paidByLine(
  executions: readonly ExecutionRow[],
  works: readonly FollowedWorksRow[],
): ReadonlyMap<number, Tiyn> | null {
  const paid = new Map(works.map(({ line, paidTiyn }) => [line, paidTiyn]));
  for (const { line, paidTiyn } of executions.at(-1)?.lines ?? []) paid.set(line, paidTiyn);
  return paid.size === 0 ? null : paid;
}

interface Told {
  readonly versions: readonly BudgetVersionRow[];
  readonly amendments: readonly AmendmentRow[];
  readonly chosen: readonly ChosenProjectRow[];
  readonly executions: readonly ExecutionRow[];
}

/** Of amendments that the session took, of what became of a project, of the execution. */
function reasonsOf(line: number, { versions, amendments, chosen, executions }: Told) {
  const taken = amendments.filter(
    ({ outcome, changes }) =>
      outcome === 'accepted' && changes.some((change) => change.line === line),
  );
  const origins = versions.flatMap(({ lines }) => lines.filter(({ number }) => number === line));
  const project = origins.at(-1)?.origin.id;
  const fate = chosen.find(({ id }) => id === project)?.reason;
  const paid = executions.at(-1)?.lines.find((one) => one.line === line)?.reason;
  const known = [...taken.map(({ justification }) => justification), fate, paid];
  const said = new Map(known.flatMap((reason) => (reason ? [[reason.kk, reason] as const] : [])));
  return [...said.values()];
}
