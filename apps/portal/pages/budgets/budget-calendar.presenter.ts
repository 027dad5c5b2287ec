import { budgetDaysOf } from '#rules/budgets/budget-days.js';
import { type CivilDate, daysBetween } from '#rules/kernel/civil-date.js';
import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { Wording } from '#platform/views/wording.js';

interface StepDays {
  readonly by: CivilDate | null;
  /** Null while it is not done; undefined where nobody notes it. */
  readonly on: CivilDate | null | undefined;
  readonly today: CivilDate;
}

/** The steps of a budget with their last days, when they were done and by how much they are late. */
export function budgetCalendar(budget: BudgetRow, say: Wording) {
  const { tier, year, today, higherSignedOn, adoptedOn, submittedOn } = budget;
  const done: Readonly<Record<string, CivilDate | null>> = {
    maslikhat: submittedOn,
    approval: adoptedOn,
  };
  return {
    caption: say.t('budgets.calendar'),
    columns: ['step', 'by', 'done'].map((name) => ({ text: say.t(`budgets.columns.${name}`) })),
    rows: budgetDaysOf(tier, year, { higherSignedOn, approvedOn: adoptedOn }).map(
      ({ step, by }) => ({
        cells: [
          { text: say.t(`budgets.steps.${step}`) },
          { text: by === null ? say.t('budgets.afterHigher') : say.date(by) },
          doneCell({ by, on: done[step], today }, say),
        ],
      }),
    ),
  };
}

/** The day of a step, and by how much it is or was late; a dash where the portal keeps no day of it. */
function doneCell(
  { by, on, today }: StepDays,
  say: Wording,
): { readonly text: string; readonly detail?: string } {
  const text = on ? say.date(on) : '–';
  const days = on === undefined || by === null ? 0 : daysBetween(by, on ?? today);
  return days > 0 ? { text, detail: say.t('trail.late', { count: days }) } : { text };
}
