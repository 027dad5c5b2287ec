import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { statesReachableFrom } from '#rules/kernel/transition-table.js';
import { tenge } from '#rules/kernel/money.js';
import { budgetDaysOf } from './budget-days.js';
import { type BudgetDraft, type BudgetLine, assessDraft, balanceOf } from './budget-draft.js';
import {
  BUDGET_LIFECYCLE,
  BUDGET_STATES,
  isFinalBudgetState,
  nextBudgetState,
  possibleBudgetActs,
} from './budget-lifecycle.js';
import { assessSubmission, submissionLateness } from './budget-submission.js';
import { assessHousingFloor, housingFloorOn } from './housing-floor.js';
import { assessQuarterlyPlan, lateBudgetOn } from './late-budget.js';
import { isFromResidents, isOriginKind, originKeyOf } from './line-origin.js';

const DAY = '2026-11-21';
const DAYS = budgetDaysOf('local', 2027, { higherSignedOn: null, approvedOn: null });

const line = (changes: Partial<BudgetLine> = {}): BudgetLine => ({
  number: 1,
  title: { kk: 'Балалар алаңы', ru: 'Детская площадка' },
  functionalGroup: '07',
  programme: '015',
  administrator: '124',
  amountTiyn: tenge(100),
  funding: 'own',
  origin: { kind: 'akimat', id: null },
  ...changes,
});

const draft = (lines: readonly BudgetLine[], changes: Partial<BudgetDraft> = {}): BudgetDraft => ({
  revenuesTiyn: lines.reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n),
  transfersTiyn: 0n,
  netLendingTiyn: 0n,
  financialAssetsTiyn: 0n,
  financingTiyn: 0n,
  lines,
  ...changes,
});

const there = () => true;
const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code);

describe('a draft budget', () => {
  it('is lawful when its lines are named, classified, paid and balanced', () => {
    expect(assessDraft(draft([line()]), there)).toEqual([]);
    expect(codes(assessDraft(draft([]), there))).toEqual(['budget.no_lines']);
  });

  it('names every fault of a line', () => {
    const wrong = line({
      title: { kk: 'Алаң', ru: ' ' },
      functionalGroup: '16',
      programme: '15',
      administrator: '12a',
      amountTiyn: 0n,
    });
    expect(codes(assessDraft(draft([wrong]), there))).toEqual([
      'budget.line_unnamed',
      'budget.group_unknown',
      'budget.programme_malformed',
      'budget.administrator_malformed',
      'budget.amount_not_positive',
    ]);
  });

  it.each([
    [0n, 0n, []],
    [1n, 0n, ['budget.unbalanced']],
    [-1n, 0n, ['budget.unbalanced']],
    [-1n, 1n, []],
    [500n, -500n, []],
  ])('with %s tiyn more income and %s of financing: %j', (more, financingTiyn, expected) => {
    const one = line();
    const made = draft([one], { revenuesTiyn: one.amountTiyn + more, financingTiyn });
    expect(balanceOf(made)).toBe(more);
    expect(codes(assessDraft(made, there))).toEqual(expected);
  });

  it('has lending and financial assets in its balance', () => {
    const made = draft([line()], { netLendingTiyn: 30n, financialAssetsTiyn: -10n });
    expect(balanceOf(made)).toBe(-20n);
  });
});

describe('origins of lines', () => {
  const from = (kind: 'project' | 'minutes' | 'petition' | 'akimat', id: string | null) =>
    line({ origin: { kind, id } });

  it.each([
    [[from('project', 'p1'), from('project', 'p1')], ['budget.origin_used_twice']],
    [[from('project', 'p1'), from('petition', 'p1')], []],
    [[from('akimat', null), from('akimat', null)], []],
    [[from('minutes', null)], ['budget.origin_missing']],
  ])('%#', (lines, expected) => {
    expect(codes(assessDraft(draft(lines), there))).toEqual(expected);
  });

  it('must be on record', () => {
    expect(codes(assessDraft(draft([from('petition', 'x')]), () => false))).toEqual([
      'budget.origin_unknown',
    ]);
    expect(isFromResidents('law')).toBe(false);
    expect(isOriginKind('akim')).toBe(false);
    expect(originKeyOf({ kind: 'minutes', id: 'm1' })).toBe('minutes:m1');
    expect(originKeyOf({ kind: 'akimat', id: 'm1' })).toBeNull();
  });

  it('stand behind one line each, in any sequence', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(ids, (chosen) => {
        const lines = chosen.map((id, place) => ({ ...from('project', id), number: place + 1 }));
        const faults = assessDraft(draft(lines), there);
        expect(faults).toHaveLength(chosen.length - new Set(chosen).size);
      }),
    );
  });
});

describe('the tenth for residents', () => {
  const housing = (amount: bigint, changes: Partial<BudgetLine> = {}) =>
    line({ amountTiyn: amount, ...changes });
  const won = (amount: bigint) =>
    line({ amountTiyn: amount, functionalGroup: '08', origin: { kind: 'project', id: 'p1' } });

  it.each([
    [1000n, 99n, 1n],
    [1000n, 100n, 0n],
    [1000n, 101n, 0n],
    [1001n, 100n, 1n],
    [1010n, 101n, 0n],
    [1011n, 101n, 1n],
    [0n, 0n, 0n],
  ])('of %s tiyn with %s given lacks %s', (spent, given, missingTiyn) => {
    const floor = housingFloorOn(DAY, 'oblast-city', [housing(spent), won(given)]);
    expect(floor.missingTiyn).toBe(missingTiyn);
    expect(codes(assessHousingFloor(floor))).toEqual(
      missingTiyn > 0n ? ['budget.below_housing_floor'] : [],
    );
  });

  it.each(['targeted-transfer', 'higher-credit', 'loan'] as const)('leaves out a %s', (funding) => {
    const floor = housingFloorOn(DAY, 'district-city', [
      housing(1000n),
      housing(5000n, { funding }),
      housing(7000n, { functionalGroup: '04' }),
    ]);
    expect(floor).toMatchObject({ countedTiyn: 1000n, excludedTiyn: 5000n, requiredTiyn: 100n });
  });

  it('counts what residents won within group 07 on both sides', () => {
    const both = line({ amountTiyn: 100n, origin: { kind: 'project', id: 'p1' } });
    const floor = housingFloorOn(DAY, 'oblast-city', [housing(900n), both]);
    expect(floor).toMatchObject({ countedTiyn: 1000n, givenTiyn: 100n, missingTiyn: 0n });
  });
});

describe('submitting a draft', () => {
  const submission = {
    tier: 'local',
    draft: draft([line()]),
    assemblyAgreedOn: null,
    floor: null,
    today: DAY,
  } as const;

  it.each([
    ['local', null, ['budget.assembly_not_agreed']],
    ['local', '2026-11-22', ['budget.assembly_not_agreed']],
    ['local', '2026-11-21', []],
    ['district', null, []],
    ['region', null, []],
  ] as const)('%s, agreed on %s: %j', (tier, assemblyAgreedOn, expected) => {
    expect(codes(assessSubmission({ ...submission, tier, assemblyAgreedOn }, there))).toEqual(
      expected,
    );
  });

  it.each([
    ['2026-11-09', false],
    ['2026-11-10', false],
    ['2026-11-11', true],
  ])('on %s late: %s', (today, isLate) => {
    expect(submissionLateness(DAYS, today)).toEqual({ by: '2026-11-10', isLate });
  });
});

describe('a year that would begin without a budget', () => {
  const open = { approvedOn: null, forecastTiyn: 4003n };

  it.each([
    ['2026-12-24', null],
    ['2026-12-25', 1000n],
    ['2027-02-01', 1000n],
  ])('on %s the plan may hold %s', (today, atMost) => {
    expect(lateBudgetOn(today, open, DAYS)?.planAtMostTiyn ?? null).toBe(atMost);
  });

  it('ends with the approval', () => {
    const late = lateBudgetOn('2026-12-25', open, DAYS)!;
    expect(late.approvalBy).toBe('2027-03-01');
    expect(lateBudgetOn('2026-12-25', { ...open, approvedOn: '2026-12-20' }, DAYS)).toBeNull();
    expect([1000n, 1001n].map((plan) => assessQuarterlyPlan(plan, late).length)).toEqual([0, 1]);
  });
});

describe('the way of a budget', () => {
  it('reaches every state, and an adopted one changes by refinement alone', () => {
    expect(statesReachableFrom(BUDGET_LIFECYCLE, 'draft')).toEqual(new Set(BUDGET_STATES));
    expect(possibleBudgetActs('adopted')).toEqual(['refine']);
    expect(BUDGET_STATES.filter(isFinalBudgetState)).toEqual([]);
    for (const act of ['edit', 'amend', 'return', 'adopt'] as const)
      expect(() => nextBudgetState('adopted', act)).toThrow('budget.act_not_possible');
  });

  it('asks the assembly again after a change', () => {
    expect(nextBudgetState('agreed', 'edit')).toBe('draft');
  });
});
