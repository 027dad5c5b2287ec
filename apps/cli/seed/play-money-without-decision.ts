import { AddLines } from '#features/budget/local-budgets/add-lines.js';
import { NoteMilestone } from '#features/budget/works/note-milestone.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { tenge } from '#rules/kernel/money.js';
import { asked, chosenFor, contract, draft, of, type BudgetStage } from './budget-stage.js';
import * as texts from './demo-budget.js';

/** A contract before any session has decided, and more paid than it says. */
export async function playMoneyWithoutDecision(stage: BudgetStage): Promise<void> {
  const budget = await draft(stage, DEMO.qarasu);
  const [project] = await chosenFor(stage, budget);
  if (!project) throw new Error('The demo okrug lacks winners');
  await of(stage, AddLines).run(stage.officer, budget, [texts.projectLine(project)]);
  await contract(stage, project.id, project.costTiyn);
  await of(stage, NoteMilestone).run(asked(stage, project.id), {
    ...texts.SITE_VISIT,
    on: stage.today,
    percent: 60,
    paidTiyn: project.costTiyn + tenge(150_000),
    finishBy: addDays(stage.today, 74),
    delayReason: 'underground-networks',
  });
}
