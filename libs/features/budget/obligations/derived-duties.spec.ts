import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type BudgetActsRow, budgetDuties } from './derived-duties.js';

/** An okrug's budget of 2026; its plan would be owed by the 25th of December before. */
const BUDGET: BudgetActsRow = {
  id: 'budget',
  territory: '990300000',
  maslikhat: '990000000',
  year: 2026,
  tier: 'local',
  begunOn: '2025-10-20',
  higherSignedOn: '2025-12-12',
  submittedOn: '2025-11-10',
  adoptedOn: null,
  plannedOn: null,
};

function planOf(changes: Partial<BudgetActsRow>, today: CivilDate) {
  const duties = budgetDuties({ ...BUDGET, ...changes }, today);
  return duties.find(({ kind }) => kind === 'budget-quarterly-plan');
}

describe('the plan of the first quarter', () => {
  it.each<[CivilDate, boolean]>([
    ['2025-12-24', false],
    ['2025-12-25', true],
    ['2025-12-26', true],
  ])('is owed from its day on: %s', (today, isOwed) => {
    expect(planOf({}, today) !== undefined).toBe(isOwed);
  });

  it.each<[CivilDate, boolean]>([
    ['2025-12-24', false],
    ['2025-12-25', false],
    ['2025-12-26', true],
  ])('is not owed where the budget was approved by then: %s', (adoptedOn, isOwed) => {
    expect(planOf({ adoptedOn }, '2026-02-01') !== undefined).toBe(isOwed);
  });

  it.each<[CivilDate | null, CivilDate | null, CivilDate | null]>([
    [null, null, null],
    ['2025-12-29', null, '2025-12-29'],
    [null, '2026-01-21', '2026-01-21'],
    ['2025-12-29', '2026-01-21', '2025-12-29'],
  ])('planned %s, approved %s: the debt ended %s', (plannedOn, adoptedOn, metOn) => {
    expect(planOf({ plannedOn, adoptedOn }, '2026-02-01')).toMatchObject({
      dueOn: '2025-12-25',
      metOn,
    });
  });
});
