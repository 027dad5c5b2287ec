import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { tenge } from '#rules/kernel/money.js';
import { adoptInThePast } from './adopt-in-the-past.js';
import type { BudgetStage } from './budget-stage.js';
import * as texts from './demo-budget.js';
import { pastBudgetDesk } from './past-budget-desk.js';

/** Days of the story, in the year before the budget's own and in it. */
const DAYS = {
  higherSigned: '12-14',
  submitted: '12-18',
  planned: '12-29',
  adopted: '01-21',
} as const;

/** The forecast's quarter and less is what a plan may spend. */
const PLAN = { amountTiyn: tenge(9_800_000), number: '41-қ' } as const;

/**
 * The okrug's budget of a year that began without one: it lived by the plan of the first quarter until
 * the maslikhat adopted the budget, weeks after its term.
 */
export async function playLateBudget(stage: BudgetStage): Promise<void> {
  const year = latestLateYear(stage.today);
  const on = (step: keyof typeof DAYS): CivilDate =>
    `${step === 'adopted' ? year : year - 1}-${DAYS[step]}`;
  const id = await submit(stage, year, { day: on('submitted'), higher: on('higherSigned') });
  const plan = { ...PLAN, on: on('planned') };
  await pastBudgetDesk(stage.app, plan.on).enterQuarterlyPlan.run(stage.officer, id, plan);
  await adoptInThePast(stage.app, stage.secretary, {
    budgetId: id,
    day: on('adopted'),
    maslikhat: DEMO.district,
    session: '12',
    number: '12/74-VIII',
    question: texts.BUDGET_QUESTION,
    text: texts.ADOPTED_TEXT,
  });
}

/** This year as soon as its story is over, else the year before. */
function latestLateYear(today: CivilDate): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5) > DAYS.adopted ? year : year - 1;
}

async function submit(
  stage: BudgetStage,
  year: number,
  { day, higher }: { readonly day: CivilDate; readonly higher: CivilDate },
): Promise<string> {
  const { draftBudget, addLines, submitBudget, dataSource } = pastBudgetDesk(stage.app, day);
  const id = await draftBudget.run(stage.officer, {
    territory: DEMO.kokzhiek,
    year,
    ...texts.SUMS,
  });
  await addLines.run(stage.officer, id, texts.ordinaryLines(texts.REVENUES));
  // The assembly of the invented okrug agreed; its minutes are not part of the demo.
  const agreed = `update budgets set state = 'agreed', agreed_on = $2, higher_signed_on = $3 where id = $1`;
  await dataSource.query(agreed, [id, day, higher]);
  await submitBudget.run(stage.officer, id);
  return id;
}
