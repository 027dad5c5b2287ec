import { DataSource } from 'typeorm';
import { AddLines } from '#features/budget/local-budgets/add-lines.js';
import type { ChosenProjectRow } from '#features/budget/local-budgets/budget-row.js';
import { GiveOpinion } from '#features/budget/local-budgets/give-opinion.js';
import { SubmitBudget } from '#features/budget/local-budgets/submit-budget.js';
import { AcceptWorks } from '#features/budget/works/accept-works.js';
import { NoteMilestone } from '#features/budget/works/note-milestone.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { tenge } from '#rules/kernel/money.js';
import { asked, chosenFor, contract, draft, of, type BudgetStage } from './budget-stage.js';
import * as texts from './demo-budget.js';
import { takeDemoPhoto } from './demo-site.js';
import { playBudgetSession } from './play-budget-session.js';

/** A budget with its opinion, session and refinement; one project of it is built already. */
export async function playAdoptedBudget(stage: BudgetStage): Promise<void> {
  const budget = await draft(stage, DEMO.kokzhiek);
  const [built, postponed] = await chosenFor(stage, budget);
  if (!built || !postponed) throw new Error('The demo okrug lacks winners');
  const projects = [built, postponed].map(texts.projectLine);
  const left = texts.REVENUES - built.costTiyn - postponed.costTiyn;
  const lines = [...projects, ...texts.ordinaryLines(left)];
  await of(stage, AddLines).run(stage.officer, budget, lines);
  await agreeInTheDemo(stage, budget);
  await of(stage, SubmitBudget).run(stage.officer, budget);
  await bringToSession(stage, budget, postponed);
  await build(stage, built);
}

/** The assembly of the invented okrug agreed; its minutes are not part of the demo yet. */
async function agreeInTheDemo({ app, today }: BudgetStage, budget: string): Promise<void> {
  await app
    .get(DataSource, { strict: false })
    .query(`update budgets set state = 'agreed', agreed_on = $2 where id = $1`, [budget, today]);
}

async function bringToSession(
  stage: BudgetStage,
  budgetId: string,
  postponed: ChosenProjectRow,
): Promise<void> {
  const maslikhat = await stage.app.get(MaslikhatReader, { strict: false }).get(DEMO.district);
  const { today } = stage;
  await giveOpinion(stage, budgetId, maslikhat.commissions[0]!.id);
  const inOffice = maslikhat.deputies.filter(({ from, until }) => from <= today && today <= until);
  const deputies = inOffice.map(({ id }) => id);
  await playBudgetSession(stage, { budgetId, postponed, deputies });
}

async function giveOpinion(
  stage: BudgetStage,
  budgetId: string,
  commissionId: string,
): Promise<void> {
  await of(stage, GiveOpinion).run(stage.secretary, {
    budgetId,
    commissionId,
    line: null,
    vote: await wholeCommission(stage, commissionId),
    reasons: texts.OPINION,
    minorityView: texts.MINORITY,
  });
}

/** All members are there; the last one is of another mind. */
async function wholeCommission({ app }: BudgetStage, commissionId: string) {
  const { commissions } = await app.get(MaslikhatReader, { strict: false }).get(DEMO.district);
  const present = commissions.find(({ id }) => id === commissionId)!.members.length;
  const against = present > 2 ? 1 : 0;
  return { present, for: present - against, against, abstained: 0 };
}

async function build(stage: BudgetStage, { id, costTiyn }: ChosenProjectRow): Promise<void> {
  const { app, officer, today } = stage;
  const sumTiyn = costTiyn - tenge(100_000);
  await contract(stage, id, sumTiyn);
  const milestone = { ...texts.SITE_VISIT, on: today };
  for (const [percent, paidTiyn] of [
    [40, sumTiyn / 2n],
    [100, sumTiyn],
  ] as const)
    await of(stage, NoteMilestone).run(asked(stage, id), { ...milestone, percent, paidTiyn });
  await of(stage, AcceptWorks).run(asked(stage, id), {
    actNumber: '3',
    acceptedOn: today,
    warrantyMonths: 24,
    enclosures: [await takeDemoPhoto(app, officer, 'playground')],
  });
}
