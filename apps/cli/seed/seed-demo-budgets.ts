import type { INestApplicationContext } from '@nestjs/common';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { NoteDuties } from '#features/budget/obligations/note-duties.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { DemoActors } from './demo-actors.js';
import { playAdoptedBudget } from './play-adopted-budget.js';
import { playLateBudget } from './play-late-budget.js';
import { playMoneyWithoutDecision } from './play-money-without-decision.js';

const KOKZHIEK = { territory: DEMO.kokzhiek, limit: 1 };

/**
 * Budgets of two okrugs: one adopted, with a project built, one postponed and one forgotten, after a
 * year that began without a budget; one still in its drawer while money is already paid.
 */
export async function seedDemoBudgets(
  app: INestApplicationContext,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const known = await app.get(BudgetReader, { strict: false }).list(KOKZHIEK);
  if (known.length > 0) return;
  const actors = new DemoActors(app, people);
  const [officer] = await actors.holders('officer', DEMO.district);
  const [secretary] = await actors.holders('maslikhat-secretary', DEMO.district);
  const { today } = await app.get(DatabaseClock, { strict: false }).now();
  const year = Number(today.slice(0, 4)) + 1;
  const stage = { app, officer: officer!, secretary: secretary!, today, year };
  await playLateBudget(stage);
  await playAdoptedBudget(stage);
  await playMoneyWithoutDecision(stage);
  await app.get(NoteDuties, { strict: false }).run();
}
