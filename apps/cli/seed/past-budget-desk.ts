import type { INestApplicationContext, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AddLines } from '#features/budget/local-budgets/add-lines.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { DraftBudget } from '#features/budget/local-budgets/draft-budget.js';
import { EnterQuarterlyPlan } from '#features/budget/local-budgets/enter-quarterly-plan.js';
import { LineOriginReader } from '#features/budget/local-budgets/line-origin.reader.js';
import { SubmitBudget } from '#features/budget/local-budgets/submit-budget.js';
import { AdoptBudget } from '#features/budget/sessions/adopt-budget.js';
import { ConveneSession } from '#features/budget/sessions/convene-session.js';
import { EndSession } from '#features/budget/sessions/end-session.js';
import { NoteAttendance } from '#features/budget/sessions/note-attendance.js';
import { SessionMatterReader } from '#features/budget/sessions/session-matter.reader.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { CollectionReader } from '#features/petitions/collections/collection.reader.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { pastClock } from './past-clock.js';

/** The acts on a budget, done on a day that is over. */
export function pastBudgetDesk(app: INestApplicationContext, today: CivilDate) {
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
    enterQuarterlyPlan: new EnterQuarterlyPlan(unitOfWork, clock, budgets),
  };
}
