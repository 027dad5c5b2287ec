import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { adoptInThePast } from './adopt-in-the-past.js';
import * as texts from './demo-budget.js';
import type { DemoStage } from './demo-stage.js';
import { pastBudgetDesk } from './past-budget-desk.js';

/** The draft goes to the maslikhat while it is time, the session precedes the first contract. */
const DAYS_AGO = { submitted: 385, adopted: 335 } as const;

/** The settlement's budget with its winners: agreed, submitted and adopted before anything is built. */
export async function playBuiltBudget(stage: DemoStage): Promise<void> {
  const { today } = await stage.app.get(DatabaseClock, { strict: false }).now();
  const budgetId = await submit(stage, addDays(today, -DAYS_AGO.submitted));
  const [secretary] = await stage.actors.holders('maslikhat-secretary', stage.office);
  await adoptInThePast(stage.app, secretary!, {
    budgetId,
    day: addDays(today, -DAYS_AGO.adopted),
    maslikhat: stage.office,
    session: '11',
    number: '11/71-VIII',
    question: texts.BUILT_QUESTION,
    text: texts.BUILT_TEXT,
  });
}

async function submit(stage: DemoStage, on: CivilDate): Promise<string> {
  const [officer] = await stage.actors.holders('officer', stage.office);
  const { draftBudget, addLines, submitBudget, budgets, dataSource } = pastBudgetDesk(
    stage.app,
    on,
  );
  const id = await draftBudget.run(officer!, {
    territory: DEMO.kenshi,
    year: Number(on.slice(0, 4)) + 1,
    ...texts.SUMS,
  });
  const chosen = await budgets.listChosen(id);
  const left = chosen.reduce((sum, { costTiyn }) => sum - costTiyn, texts.REVENUES);
  const lines = [...chosen.map(texts.projectLine), ...texts.ordinaryLines(left)];
  await addLines.run(officer!, id, lines);
  // The assembly of the invented settlement agreed; its minutes are not part of the demo.
  await dataSource.query(`update budgets set state = 'agreed', agreed_on = $2 where id = $1`, [
    id,
    on,
  ]);
  await submitBudget.run(officer!, id);
  return id;
}
