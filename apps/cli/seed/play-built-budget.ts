import type { Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AddLines } from '#features/budget/local-budgets/add-lines.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { DraftBudget } from '#features/budget/local-budgets/draft-budget.js';
import { LineOriginReader } from '#features/budget/local-budgets/line-origin.reader.js';
import { SubmitBudget } from '#features/budget/local-budgets/submit-budget.js';
import { AdoptBudget } from '#features/budget/sessions/adopt-budget.js';
import { ConveneSession } from '#features/budget/sessions/convene-session.js';
import { EndSession } from '#features/budget/sessions/end-session.js';
import { NoteAttendance } from '#features/budget/sessions/note-attendance.js';
import { SessionMatterReader } from '#features/budget/sessions/session-matter.reader.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { CollectionReader } from '#features/petitions/collections/collection.reader.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import * as texts from './demo-budget.js';
import type { DemoStage } from './demo-stage.js';
import { pastClock } from './past-clock.js';

/** The draft goes to the maslikhat while it is time, the session precedes the first contract. */
const DAYS_AGO = { submitted: 385, adopted: 335 } as const;

/** The settlement's budget with its winners: agreed, submitted and adopted before anything is built. */
export async function playBuiltBudget(stage: DemoStage): Promise<void> {
  const { today } = await stage.app.get(DatabaseClock, { strict: false }).now();
  const budgetId = await submit(stage, addDays(today, -DAYS_AGO.submitted));
  await adopt(stage, budgetId, addDays(today, -DAYS_AGO.adopted));
}

async function submit(stage: DemoStage, on: CivilDate): Promise<string> {
  const [officer] = await stage.actors.holders('officer', stage.office);
  const { draftBudget, addLines, submitBudget, budgets, dataSource } = deskOn(stage, on);
  const id = await draftBudget.run(officer!, {
    territory: DEMO.kenshi,
    year: Number(on.slice(0, 4)) + 1,
    revenuesTiyn: texts.REVENUES,
    transfersTiyn: 0n,
    netLendingTiyn: 0n,
    financialAssetsTiyn: 0n,
    financingTiyn: 0n,
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

async function adopt(stage: DemoStage, budgetId: string, on: CivilDate): Promise<void> {
  const [secretary] = await stage.actors.holders('maslikhat-secretary', stage.office);
  const { maslikhats, conveneSession, noteAttendance, adoptBudget, endSession } = deskOn(stage, on);
  const { deputies } = await maslikhats.get(stage.office);
  const present = deputies.filter(({ from, until }) => from <= on && on <= until);
  const sessionId = await conveneSession.run(secretary!, {
    maslikhat: stage.office,
    number: '11',
    kind: 'regular',
    noticeOn: addDays(on, -12),
    materialsOn: addDays(on, -6),
    sessionOn: on,
    place: texts.PLACE,
    broadcastUrl: null,
    agenda: [texts.BUILT_QUESTION],
    request: null,
  });
  const ids = present.map(({ id }) => id);
  await noteAttendance.run(secretary!, { sessionId, present: ids, chair: ids[0]! });
  await adoptBudget.run(secretary!, {
    budgetId,
    sessionId,
    votes: ids.map((deputyId) => ({ deputyId, side: 'for' as const })),
    refusalReasons: null,
    annexes: [],
    number: '11/71-VIII',
    text: texts.BUILT_TEXT,
    amendments: [],
  });
  await endSession.run(secretary!, sessionId, 'close');
}

/** The acts on a budget, done on a day that is over. */
function deskOn({ app }: DemoStage, today: CivilDate) {
  const clock = pastClock(today);
  const find = <T>(provider: Type<T>): T => app.get(provider, { strict: false });
  const [unitOfWork, budgets, origins] = [
    find(UnitOfWork),
    find(BudgetReader),
    find(LineOriginReader),
  ];
  const [territories, maslikhats] = [find(TerritoryReader), find(MaslikhatReader)];
  return {
    budgets,
    dataSource: find(DataSource),
    maslikhats,
    draftBudget: new DraftBudget(unitOfWork, clock, territories),
    addLines: new AddLines(unitOfWork, budgets, origins),
    submitBudget: new SubmitBudget(unitOfWork, clock, budgets, origins, territories),
    conveneSession: new ConveneSession(
      unitOfWork,
      clock,
      maslikhats,
      find(CollectionReader),
      find(SessionMatterReader),
    ),
    noteAttendance: new NoteAttendance(unitOfWork, clock, find(SessionReader)),
    adoptBudget: new AdoptBudget(unitOfWork, clock, budgets),
    endSession: find(EndSession),
  };
}
