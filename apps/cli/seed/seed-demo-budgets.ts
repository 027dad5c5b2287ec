import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AddLines } from '#features/budget/local-budgets/add-lines.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import type { ChosenProjectRow } from '#features/budget/local-budgets/budget-row.js';
import { DraftBudget } from '#features/budget/local-budgets/draft-budget.js';
import { GiveOpinion } from '#features/budget/local-budgets/give-opinion.js';
import { SubmitBudget } from '#features/budget/local-budgets/submit-budget.js';
import { AdoptBudget } from '#features/budget/sessions/adopt-budget.js';
import { ConveneSession } from '#features/budget/sessions/convene-session.js';
import { NoteAttendance } from '#features/budget/sessions/note-attendance.js';
import { RefineBudget } from '#features/budget/sessions/refine-budget.js';
import { NoteDuties } from '#features/budget/obligations/note-duties.js';
import { AcceptWorks } from '#features/budget/works/accept-works.js';
import { NoteMilestone } from '#features/budget/works/note-milestone.js';
import type { WorksAsked } from '#features/budget/works/record-works-act.js';
import { SignContract } from '#features/budget/works/sign-contract.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import { tenge, type Tiyn } from '#rules/kernel/money.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { DemoActors } from './demo-actors.js';
import * as texts from './demo-budget.js';
import { takeDemoPhoto } from './demo-site.js';

interface Stage {
  readonly app: INestApplicationContext;
  readonly officer: SignedIn;
  readonly secretary: SignedIn;
  readonly today: CivilDate;
  readonly year: number;
}

const KOKZHIEK = { territory: DEMO.kokzhiek, limit: 1 };

/**
 * Budgets of two okrugs: one adopted, with a project built, one postponed and one forgotten; one
 * still in its drawer while money is already paid.
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
  await playAdoptedBudget(stage);
  await playMoneyWithoutDecision(stage);
  await app.get(NoteDuties, { strict: false }).run();
}

async function playAdoptedBudget(stage: Stage): Promise<void> {
  const budget = await draft(stage, DEMO.kokzhiek);
  const [built, postponed] = await chosenFor(stage, budget);
  if (!built || !postponed) throw new Error('The demo okrug lacks winners');
  const projects = [built, postponed].map(texts.projectLine);
  const left = texts.REVENUES - built.costTiyn - postponed.costTiyn;
  const lines = [...projects, ...texts.ordinaryLines(left)];
  await of(stage, AddLines).run(stage.officer, budget, lines);
  await agreeInTheDemo(stage, budget);
  await of(stage, SubmitBudget).run(stage.officer, budget);
  await decide(stage, budget, postponed);
  await build(stage, built);
}

/** The assembly of the invented okrug agreed; its minutes are not part of the demo yet. */
async function agreeInTheDemo({ app, today }: Stage, budget: string): Promise<void> {
  await app
    .get(DataSource, { strict: false })
    .query(`update budgets set state = 'agreed', agreed_on = $2 where id = $1`, [budget, today]);
}

async function decide(stage: Stage, budgetId: string, postponed: ChosenProjectRow): Promise<void> {
  const maslikhat = await stage.app.get(MaslikhatReader, { strict: false }).get(DEMO.district);
  const { today, secretary } = stage;
  const inOffice = maslikhat.deputies.filter(({ from, until }) => from <= today && today <= until);
  const deputies = inOffice.map(({ id }) => id);
  await giveOpinion(stage, budgetId, maslikhat.commissions[0]!.id);
  const sessionId = await openSession(stage, deputies);
  const votes = deputies.map((deputyId, place) => ({
    deputyId,
    side: place === deputies.length - 1 ? ('against' as const) : ('for' as const),
  }));
  const vote = { budgetId, sessionId, votes, refusalReasons: null };
  await of(stage, AdoptBudget).run(secretary, {
    ...vote,
    number: '17/104-VIII',
    text: texts.ADOPTED_TEXT,
    amendments: [],
  });
  await of(stage, RefineBudget).run(secretary, {
    ...vote,
    number: '17/105-VIII',
    text: texts.REFINED_TEXT,
    amendment: {
      changes: [
        { line: 2, changeTiyn: -postponed.costTiyn },
        { line: 4, changeTiyn: postponed.costTiyn },
      ],
      sources: [],
      justification: texts.POSTPONED,
      calculation: 'Жоба құны толық көлемде',
      revenueFallTiyn: 0n,
      akimAgrees: null,
    },
    fates: [{ projectId: postponed.id, fate: 'postponed', reason: texts.POSTPONED }],
  });
}

async function giveOpinion(stage: Stage, budgetId: string, commissionId: string): Promise<void> {
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
async function wholeCommission({ app }: Stage, commissionId: string) {
  const { commissions } = await app.get(MaslikhatReader, { strict: false }).get(DEMO.district);
  const present = commissions.find(({ id }) => id === commissionId)!.members.length;
  const against = present > 2 ? 1 : 0;
  return { present, for: present - against, against, abstained: 0 };
}

async function openSession(stage: Stage, deputies: readonly string[]): Promise<string> {
  const { today, secretary } = stage;
  const id = await of(stage, ConveneSession).run(secretary, {
    maslikhat: DEMO.district,
    number: '17',
    kind: 'regular',
    noticeOn: addDays(today, -12),
    materialsOn: addDays(today, -6),
    sessionOn: today,
    place: texts.PLACE,
    broadcastUrl: null,
    agenda: [texts.BUDGET_QUESTION],
    request: null,
  });
  const noted = { sessionId: id, present: deputies, chair: deputies[0]! };
  await of(stage, NoteAttendance).run(secretary, noted);
  return id;
}

async function build(stage: Stage, { id, costTiyn }: ChosenProjectRow): Promise<void> {
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

/** A contract before any session has decided, and more paid than it says. */
async function playMoneyWithoutDecision(stage: Stage): Promise<void> {
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

async function contract(stage: Stage, projectId: string, sumTiyn: Tiyn): Promise<void> {
  const days = { signedOn: stage.today, finishBy: addDays(stage.today, 60) };
  const signed = { ...texts.CONTRACT, ...days, sumTiyn };
  await of(stage, SignContract).run(asked(stage, projectId), signed);
}

function asked({ officer }: Stage, projectId: string): WorksAsked {
  return { person: officer, projectId, version: null };
}

function draft(stage: Stage, territory: string): Promise<string> {
  return of(stage, DraftBudget).run(stage.officer, {
    territory,
    year: stage.year,
    revenuesTiyn: texts.REVENUES,
    transfersTiyn: 0n,
    netLendingTiyn: 0n,
    financialAssetsTiyn: 0n,
    financingTiyn: 0n,
  });
}

function chosenFor({ app }: Stage, budget: string): Promise<ChosenProjectRow[]> {
  return app.get(BudgetReader, { strict: false }).listChosen(budget);
}

function of<T>({ app }: Stage, useCase: abstract new (...parts: never[]) => T): T {
  return app.get<T>(useCase as never, { strict: false });
}
