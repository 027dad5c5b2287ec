import { describe, expect, it } from '@jest/globals';
import { isWorkingDay } from '#rules/calendar/working-days.js';
import { addDays, daysBetween, weekdayOf } from '#rules/kernel/civil-date.js';
import {
  type BudgetActs,
  type BudgetStep,
  budgetDaysOf,
  isBudgetYearKnown,
  lastDayOf,
} from './budget-days.js';
import { type BudgetTier, approvingTerritory, budgetTierOf, needsAssembly } from './budget-tier.js';

const NOTHING: BudgetActs = { higherSignedOn: null, approvedOn: null };

const dayOf = (tier: BudgetTier, step: BudgetStep, acts: Partial<BudgetActs> = {}, year = 2027) =>
  lastDayOf(step, budgetDaysOf(tier, year, { ...NOTHING, ...acts }));

describe('the calendar of a local budget', () => {
  it.each<[BudgetTier, BudgetStep, string | null]>([
    ['region', 'akimat', '2026-10-01'],
    ['region', 'maslikhat', '2026-10-15'],
    ['region', 'assessment', null],
    ['region', 'commission', null],
    ['district', 'commission', '2026-10-01'],
    ['district', 'akimat', '2026-10-15'],
    ['district', 'maslikhat', '2026-11-01'],
    ['local', 'draft', '2026-09-01'],
    ['local', 'commission', '2026-10-15'],
    ['local', 'akimat', null],
    ['local', 'maslikhat', '2026-11-10'],
    ['local', 'act', '2026-12-31'],
    ['region', 'quarterly-plan', '2026-12-25'],
    ['district', 'quarterly-plan', '2026-12-25'],
    ['local', 'quarterly-plan', '2026-12-25'],
    ['local', 'late-approval', '2027-03-01'],
  ])('%s: %s by %s', (tier, step, by) => {
    expect(dayOf(tier, step)).toBe(by);
  });

  it('keeps a day that the law names though it is a day off', () => {
    expect(isWorkingDay('2026-11-01')).toBe(false);
    expect(dayOf('district', 'maslikhat')).toBe('2026-11-01');
  });

  it.each<[BudgetTier, string, string]>([
    ['region', '2026-12-01', '2026-12-11'],
    ['region', '2026-12-06', '2026-12-17'],
    ['region', '2026-12-08', '2026-12-18'],
    ['region', '2026-12-09', '2026-12-21'],
    ['region', '2026-12-10', '2026-12-21'],
    ['region', '2026-12-22', '2027-01-05'],
    ['district', '2026-12-11', '2026-12-21'],
    ['local', '2026-12-11', '2026-12-17'],
    ['local', '2026-12-14', '2026-12-21'],
    ['local', '2026-12-15', '2026-12-21'],
    ['local', '2026-12-21', '2026-12-28'],
    ['local', '2026-12-28', '2027-01-05'],
  ])('%s: after a higher act of %s approval by %s', (tier, higherSignedOn, by) => {
    expect(dayOf(tier, 'approval', { higherSignedOn })).toBe(by);
  });

  it.each<[BudgetTier, string]>([
    ['region', '2026-12-25'],
    ['district', '2026-12-25'],
    ['local', '2026-12-31'],
  ])('%s: the act that puts it into effect, approved on 18 December, by %s', (tier, by) => {
    expect(dayOf(tier, 'act', { approvedOn: '2026-12-18' })).toBe(by);
  });

  it.each([
    [2027, true],
    [2016, false],
  ])('of %i is known: %s', (year, isKnown) => {
    for (const tier of ['region', 'district', 'local'] as const)
      expect(isBudgetYearKnown(tier, year)).toBe(isKnown);
  });

  const NAMED: readonly (readonly [BudgetTier, BudgetStep, string])[] = [
    ['region', 'akimat', '10-01'],
    ['region', 'maslikhat', '10-15'],
    ['district', 'commission', '10-01'],
    ['district', 'akimat', '10-15'],
    ['district', 'maslikhat', '11-01'],
    ['local', 'draft', '09-01'],
    ['local', 'commission', '10-15'],
    ['local', 'maslikhat', '11-10'],
    ['local', 'act', '12-31'],
    ['region', 'quarterly-plan', '12-25'],
    ['district', 'quarterly-plan', '12-25'],
    ['local', 'quarterly-plan', '12-25'],
  ];

  it.each(NAMED)('%s: %s stands on %s of every year, weekends and holidays too', (...row) => {
    const [tier, step, monthDay] = row;
    const years = [2027, 2028, 2029, 2030, 2031, 2032, 2033];
    const days = years.map((year) => dayOf(tier, step, {}, year)!);
    expect(days).toEqual(years.map((year) => `${year - 1}-${monthDay}`));
    expect(new Set(days.map((day) => weekdayOf(day) > 5))).toEqual(new Set([true, false]));
    expect(dayOf(tier, 'late-approval')).toBe('2027-03-01');
  });

  describe.each([
    ['region', 'approval', 10],
    ['district', 'approval', 10],
    ['local', 'approval', 5],
    ['region', 'act', 7],
    ['district', 'act', 7],
  ] as const)('%s: %s within %i calendar days', (tier, step, count) => {
    const december = Array.from({ length: 31 }, (_, place) => addDays('2026-12-01', place));

    it.each(december)('of %s ends on a working day, the first one that is not too early', (on) => {
      const acts = step === 'act' ? { approvedOn: on } : { higherSignedOn: on };
      const by = dayOf(tier, step, acts)!;
      expect(isWorkingDay(by)).toBe(true);
      const last = addDays(on, count);
      const idle = Array.from({ length: daysBetween(last, by) }, (_, place) =>
        addDays(last, place),
      );
      expect(idle.filter(isWorkingDay)).toEqual([]);
      expect(by >= last).toBe(true);
    });
  });

  it('waits for the act that a term runs from', () => {
    expect(dayOf('region', 'approval')).toBeNull();
    expect(dayOf('district', 'act')).toBeNull();
  });

  it('has the audit of the draft from the year that a rule says so, marked as unclear', () => {
    const later = budgetDaysOf('region', 2028, NOTHING);
    expect(lastDayOf('assessment', later)).toBe('2027-09-15');
    expect(later.map(({ step }) => step)).toEqual([
      'assessment',
      'akimat',
      'maslikhat',
      'approval',
      'act',
      'quarterly-plan',
      'late-approval',
    ]);
  });
});

describe('tiers of budgets', () => {
  it.each([
    ['oblast', 'region'],
    ['republican-city', 'region'],
    ['district', 'district'],
    ['oblast-city', 'district'],
    ['district-city', 'local'],
    ['settlement', 'local'],
    ['rural-okrug', 'local'],
    ['village', 'local'],
    ['city-district', null],
    ['republic', null],
  ] as const)('%s: %s', (level, tier) => {
    expect(budgetTierOf(level)).toBe(tier);
    if (tier !== null) expect(needsAssembly(tier)).toBe(tier === 'local');
  });

  it('are approved by the nearest maslikhat', () => {
    const district = { kato: '391230000', level: 'district' } as const;
    const okrug = { kato: '391230100', level: 'rural-okrug' } as const;
    expect(approvingTerritory([okrug, district])).toBe('391230000');
    expect(approvingTerritory([district])).toBe('391230000');
    expect(approvingTerritory([okrug])).toBeNull();
  });
});
