import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type BudgetAmendment,
  assessAkimConclusion,
  assessAmendment,
  balanceOfAmendment,
} from './budget-amendment.js';
import { assessFates, residentsDifference } from './residents-lines.js';

const LINES = new Map([
  [1, 1000n],
  [2, 500n],
]);
const held = (line: number) => LINES.get(line);

const amendment = (changes: Partial<BudgetAmendment> = {}): BudgetAmendment => ({
  changes: [
    { line: 1, changeTiyn: 300n },
    { line: 2, changeTiyn: -300n },
  ],
  sources: [],
  justification: { kk: 'Көше жарығы', ru: 'Освещение улицы' },
  calculation: '3 × 100',
  revenueFallTiyn: 0n,
  akimAgrees: null,
  ...changes,
});

const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code);
const faultsOf = (changes: Partial<BudgetAmendment>) =>
  codes(assessAmendment(amendment(changes), held));

describe('an amendment', () => {
  it.each([
    [300n, -299n, 0n, 1n],
    [300n, -300n, 0n, 0n],
    [300n, -301n, 0n, -1n],
    [300n, -200n, 99n, 1n],
    [300n, -200n, 100n, 0n],
    [300n, -200n, 101n, -1n],
  ])('of %s, cut %s, source %s lacks %s tiyn', (growth, cut, source, missing) => {
    const made = amendment({
      changes: [
        { line: 1, changeTiyn: growth },
        { line: 2, changeTiyn: cut },
      ],
      sources: source > 0n ? [{ kind: 'reserve', name: 'Reserve', amountTiyn: source }] : [],
    });
    expect(balanceOfAmendment(made).missingTiyn).toBe(missing);
    expect(codes(assessAmendment(made, held))).toEqual(
      missing === 0n ? [] : ['amendment.unbalanced'],
    );
  });

  it.each([
    [-500n, []],
    [-501n, ['amendment.cut_below_zero']],
  ])('may cut a line of 500 by %s: %j', (changeTiyn, expected) => {
    const changes = [
      { line: 2, changeTiyn },
      { line: null, changeTiyn: -changeTiyn },
    ];
    expect(faultsOf({ changes })).toEqual(expected);
  });

  it('names every fault', () => {
    expect(faultsOf({ changes: [], justification: { kk: '', ru: '' }, calculation: '' })).toEqual([
      'amendment.no_change',
      'amendment.justification_missing',
      'amendment.calculation_missing',
    ]);
    const changes = [
      { line: 9, changeTiyn: 5n },
      { line: 1, changeTiyn: 5n },
      { line: 1, changeTiyn: -5n },
      { line: 2, changeTiyn: 0n },
    ];
    const sources = [{ kind: 'revenue', name: ' ', amountTiyn: 5n }] as const;
    expect(faultsOf({ changes, sources })).toEqual([
      'amendment.line_unknown',
      'amendment.line_twice',
      'amendment.line_twice',
      'amendment.change_empty',
      'amendment.source_unnamed',
    ]);
  });

  it.each([
    [{}, []],
    [{ revenueFallTiyn: 1n }, ['amendment.akim_awaited']],
    [{ changes: [{ line: 1, changeTiyn: 1n }] }, ['amendment.akim_awaited']],
    [{ changes: [{ line: 1, changeTiyn: 1n }], akimAgrees: false }, ['amendment.akim_refused']],
    [{ changes: [{ line: 1, changeTiyn: 1n }], akimAgrees: true }, []],
    [{ changes: [{ line: 1, changeTiyn: -1n }] }, []],
  ])('%# waits for the akim where expenses grow or revenues fall', (changes, expected) => {
    expect(codes(assessAkimConclusion(amendment(changes)))).toEqual(expected);
  });

  it('balances exactly when what it adds and loses is paid for', () => {
    const sums = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { maxLength: 9 });
    fc.assert(
      fc.property(sums, (changes) => {
        const total = changes.reduce((sum, change) => sum + change, 0n);
        const made = changes.map((changeTiyn) => ({ line: null, changeTiyn }));
        const paid = { kind: 'revenue', name: 'x', amountTiyn: total } as const;
        const question = { changes: made, revenueFallTiyn: 0n };
        expect(balanceOfAmendment({ ...question, sources: [] }).missingTiyn).toBe(total);
        expect(balanceOfAmendment({ ...question, sources: [paid] }).missingTiyn).toBe(0n);
      }),
    );
  });
});

describe('what residents chose against what a budget holds', () => {
  const chosen = [
    { projectId: 'a', costTiyn: 100n },
    { projectId: 'b', costTiyn: 200n },
    { projectId: 'c', costTiyn: 300n },
  ];
  const reason = { kk: 'Қаражат жетпеді', ru: 'Не хватило средств' };
  const box = residentsDifference(
    chosen,
    new Map([
      ['a', 100n],
      ['b', 150n],
    ]),
    [{ projectId: 'c', fate: 'postponed', reason }],
  );

  it('adds up both and lists the projects between', () => {
    expect(box.chosen).toEqual({ projects: 3, tiyn: 600n });
    expect(box.held).toEqual({ projects: 2, tiyn: 250n });
    expect(box.differences.map(({ projectId, note }) => [projectId, note?.fate ?? null])).toEqual([
      ['b', null],
      ['c', 'postponed'],
    ]);
  });

  it.each([
    [[], ['budget.fate_missing', 'budget.fate_missing']],
    [
      [
        { projectId: 'b', fate: 'reduced', reason },
        { projectId: 'c', fate: 'cancelled', reason },
      ],
      [],
    ],
    [
      [
        { projectId: 'b', fate: 'postponed', reason },
        { projectId: 'c', fate: 'reduced', reason: { kk: 'x', ru: '' } },
      ],
      ['budget.fate_impossible', 'budget.fate_reason_missing'],
    ],
  ] as const)('%# tells each of them what becomes of it', (notes, expected) => {
    expect(codes(assessFates(box.differences, notes))).toEqual(expected);
  });
});
