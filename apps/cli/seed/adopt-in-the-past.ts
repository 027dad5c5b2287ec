import type { INestApplicationContext } from '@nestjs/common';
import type { SessionQuestion } from '#features/budget/sessions/session-row.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { PLACE } from './demo-budget.js';
import { pastBudgetDesk } from './past-budget-desk.js';

export interface PastAdoption {
  readonly budgetId: string;
  readonly day: CivilDate;
  readonly maslikhat: string;
  /** Number of the session. */
  readonly session: string;
  /** Number of its decision. */
  readonly number: string;
  readonly question: SessionQuestion;
  readonly text: { readonly kk: string; readonly ru: string };
}

/** A session of a day that is over: everybody came, voted for the budget and went home. */
export async function adoptInThePast(
  app: INestApplicationContext,
  secretary: SignedIn,
  { budgetId, day, maslikhat, session, number, question, text }: PastAdoption,
): Promise<void> {
  const desk = pastBudgetDesk(app, day);
  const { deputies } = await desk.maslikhats.get(maslikhat);
  const inOffice = deputies.filter(({ from, until }) => from <= day && day <= until);
  const present = inOffice.map(({ id }) => id);
  const sessionId = await desk.conveneSession.run(secretary, {
    maslikhat,
    number: session,
    kind: 'regular',
    noticeOn: addDays(day, -12),
    materialsOn: addDays(day, -6),
    sessionOn: day,
    place: PLACE,
    broadcastUrl: null,
    agenda: [question],
    request: null,
  });
  await desk.noteAttendance.run(secretary, { sessionId, present, chair: present[0]! });
  await desk.adoptBudget.run(secretary, {
    budgetId,
    sessionId,
    votes: present.map((deputyId) => ({ deputyId, side: 'for' as const })),
    refusalReasons: null,
    annexes: [],
    number,
    text,
    amendments: [],
  });
  await desk.endSession.run(secretary, sessionId, 'close');
}
