import type { INestApplicationContext } from '@nestjs/common';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import type { ChosenProjectRow } from '#features/budget/local-budgets/budget-row.js';
import { DraftBudget } from '#features/budget/local-budgets/draft-budget.js';
import type { WorksAsked } from '#features/budget/works/record-works-act.js';
import { SignContract } from '#features/budget/works/sign-contract.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import * as texts from './demo-budget.js';

/** The district's people around the budgets of its okrugs. */
export interface BudgetStage {
  readonly app: INestApplicationContext;
  readonly officer: SignedIn;
  readonly secretary: SignedIn;
  readonly today: CivilDate;
  readonly year: number;
}

/** A budget begun for a territory of the district. */
export function draft(stage: BudgetStage, territory: string): Promise<string> {
  return of(stage, DraftBudget).run(stage.officer, {
    territory,
    year: stage.year,
    ...texts.SUMS,
  });
}

/** What residents chose for this budget. */
export function chosenFor({ app }: BudgetStage, budget: string): Promise<ChosenProjectRow[]> {
  return app.get(BudgetReader, { strict: false }).listChosen(budget);
}

/** The contract of a project, signed today. */
export async function contract(
  stage: BudgetStage,
  projectId: string,
  sumTiyn: Tiyn,
): Promise<void> {
  const days = { signedOn: stage.today, finishBy: addDays(stage.today, 60) };
  const signed = { ...texts.CONTRACT, ...days, sumTiyn };
  await of(stage, SignContract).run(asked(stage, projectId), signed);
}

/** The officer asks for an act on works. */
export function asked({ officer }: BudgetStage, projectId: string): WorksAsked {
  return { person: officer, projectId, version: null };
}

export function of<T>({ app }: BudgetStage, useCase: abstract new (...parts: never[]) => T): T {
  return app.get<T>(useCase as never, { strict: false });
}
