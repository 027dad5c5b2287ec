import type { INestApplicationContext } from '@nestjs/common';
import { EnterExecution } from '#features/budget/execution/enter-execution.js';
import { CallHearing } from '#features/budget/hearings/call-hearing.js';
import { AddLines } from '#features/budget/local-budgets/add-lines.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { DraftBudget } from '#features/budget/local-budgets/draft-budget.js';
import { ProposeAmendment } from '#features/budget/local-budgets/propose-amendment.js';
import { SubmitBudget } from '#features/budget/local-budgets/submit-budget.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { quartersOver } from '#rules/budgets/budget-execution.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import { DatabaseClock, startOfDay } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import * as texts from './demo-budget-desk.js';
import { DemoActors } from './demo-actors.js';

const HEARING_IN_DAYS = 9;
/** Of the working day, in milliseconds from midnight. */
const AFTERNOON = 15 * 3_600_000;
/** In hundredths of a line, by the end of each quarter. */
const PAID = [15n, 40n, 70n, 96n] as const;

interface Stage {
  readonly app: INestApplicationContext;
  readonly officer: SignedIn;
  readonly today: CivilDate;
}

/**
 * The district's draft before the commission, with an amendment that waits for the akim and a
 * hearing to come; and what was paid of the budget that was built by.
 */
export async function seedDemoBudgetDesk(
  app: INestApplicationContext,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const { today } = await app.get(DatabaseClock, { strict: false }).now();
  const year = Number(today.slice(0, 4)) + 1;
  if (await app.get(BudgetReader, { strict: false }).findOf(DEMO.district, year)) return;
  const actors = new DemoActors(app, people);
  const [officer] = await actors.holders('officer', DEMO.district);
  const stage = { app, officer: officer!, today };
  const budgetId = await submitDraft(stage, year);
  const [deputy] = await actors.holders('deputy', DEMO.district);
  await of(stage, ProposeAmendment).run(deputy!, budgetId, texts.AMENDMENT);
  const [secretary] = await actors.holders('maslikhat-secretary', DEMO.district);
  await callHearing(stage, secretary!, budgetId);
  await execute(stage);
}

async function submitDraft(stage: Stage, year: number): Promise<string> {
  const { officer } = stage;
  const draft = { territory: DEMO.district, year, ...texts.SUMS };
  const id = await of(stage, DraftBudget).run(officer, draft);
  await of(stage, AddLines).run(officer, id, texts.LINES);
  await of(stage, SubmitBudget).run(officer, id);
  return id;
}

async function callHearing(stage: Stage, secretary: SignedIn, budgetId: string): Promise<void> {
  const { commissions } = await of(stage, MaslikhatReader).get(DEMO.district);
  const day = startOfDay(addDays(stage.today, HEARING_IN_DAYS));
  await of(stage, CallHearing).run(secretary, {
    budgetId,
    commissionId: commissions[0]!.id,
    startsAt: new Date(day.getTime() + AFTERNOON),
    ...texts.HEARING,
  });
}

/** Quarters of the settlement's budget that are over; the last one is short of its plan. */
async function execute(stage: Stage): Promise<void> {
  const [adopted] = await of(stage, BudgetReader).list({
    territory: DEMO.kenshi,
    state: 'adopted',
    limit: 1,
  });
  if (!adopted) return;
  const { id, lines, year } = await of(stage, BudgetReader).get(adopted.id);
  for (const quarter of quartersOver(year, stage.today))
    await of(stage, EnterExecution).run(stage.officer, {
      budgetId: id,
      quarter,
      lines: lines.map(({ number, amountTiyn }) => ({
        line: number,
        paidTiyn: (amountTiyn * PAID[quarter - 1]!) / 100n,
        reason: number === lines.length ? texts.SHORT_OF_PLAN : null,
      })),
      version: null,
    });
}

function of<T>({ app }: Stage, wanted: abstract new (...parts: never[]) => T): T {
  return app.get<T>(wanted as never, { strict: false });
}
