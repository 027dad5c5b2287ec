import type { BudgetMatterRow } from '#features/budget/sessions/session-matter.reader.js';
import type { SessionRow } from '#features/budget/sessions/session-row.js';
import type { SessionRequestRow } from '#features/petitions/collections/collection.reader.js';
import { isFinalSessionState } from '#rules/sessions/session-lifecycle.js';
import type { Wording } from '#platform/views/wording.js';
import { sessionLine } from '../sessions/session-line.presenter.js';

/** One maslikhat's sessions and what was brought to it. */
export interface MaslikhatDesk {
  readonly sessions: readonly SessionRow[];
  readonly budgets: readonly BudgetMatterRow[];
  readonly petitions: readonly SessionRequestRow[];
  /** Numbers of petitions that stand on an agenda, or were decided on. */
  readonly placed: readonly string[];
}

/** Sessions that are not over first; then what no session has had before it yet. */
export function presentDesk(desks: readonly MaslikhatDesk[], say: Wording) {
  const sessions = desks.flatMap((desk) => desk.sessions);
  const line = (session: SessionRow) => ({
    ...sessionLine(session, say),
    path: `/session-desk/sessions/${session.id}`,
  });
  return {
    title: say.t('sessionDesk.title'),
    running: sessions.filter(({ state }) => !isFinalSessionState(state)).map(line),
    over: sessions.filter(({ state }) => isFinalSessionState(state)).map(line),
    budgets: desks
      .flatMap((desk) => desk.budgets)
      .filter(({ state }) => state === 'submitted')
      .map((budget) => ({
        text: budgetName(budget, say),
        path: `/budgets/${budget.id}`,
        detail: say.t('sessionDesk.submittedOn', { on: say.date(budget.submittedOn) }),
      })),
    petitions: desks
      .flatMap(({ petitions, placed }) =>
        petitions.filter(({ petition }) => !placed.includes(petition.number)),
      )
      .map(({ petition }) => ({
        text: say.official(petition.title).text,
        path: `/petitions/${petition.number}`,
      })),
  };
}

/** «Кокжиекский сельский округ: бюджет на 2027 год» */
export function budgetName({ territoryName, year }: BudgetMatterRow, say: Wording): string {
  const place = say.official(territoryName).text;
  return say.t('budgets.title', { place, year: String(year) });
}
