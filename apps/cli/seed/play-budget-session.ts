import type { ChosenProjectRow } from '#features/budget/local-budgets/budget-row.js';
import { AdoptBudget } from '#features/budget/sessions/adopt-budget.js';
import { ConveneSession } from '#features/budget/sessions/convene-session.js';
import { NoteAttendance } from '#features/budget/sessions/note-attendance.js';
import { RefineBudget } from '#features/budget/sessions/refine-budget.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { of, type BudgetStage } from './budget-stage.js';
import * as texts from './demo-budget.js';

interface BudgetBeforeSession {
  readonly budgetId: string;
  readonly postponed: ChosenProjectRow;
  /** Mandates of all who sit in the hall. */
  readonly deputies: readonly string[];
}

/** The session adopts the budget and, on the same day, postpones one of its projects. */
export async function playBudgetSession(
  stage: BudgetStage,
  { budgetId, postponed, deputies }: BudgetBeforeSession,
): Promise<void> {
  const sessionId = await openSession(stage, { budgetId, deputies });
  const votes = deputies.map((deputyId, place) => ({
    deputyId,
    side: place === deputies.length - 1 ? ('against' as const) : ('for' as const),
  }));
  const vote = { budgetId, sessionId, votes, refusalReasons: null, annexes: [] };
  await of(stage, AdoptBudget).run(stage.secretary, {
    ...vote,
    number: '17/104-VIII',
    text: texts.ADOPTED_TEXT,
    amendments: [],
  });
  await of(stage, RefineBudget).run(stage.secretary, {
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
async function openSession(
  stage: BudgetStage,
  { budgetId, deputies }: Pick<BudgetBeforeSession, 'budgetId' | 'deputies'>,
): Promise<string> {
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
    agenda: [{ ...texts.BUDGET_QUESTION, budget: budgetId }],
    request: null,
  });
  const noted = { sessionId: id, present: deputies, chair: deputies[0]! };
  await of(stage, NoteAttendance).run(secretary, noted);
  return id;
}
