import { describe, expect, it } from '@jest/globals';
import { EVALUATION_CRITERIA } from './evaluation-criteria.js';
import { assessEstimate, checkedCostOf } from './technical-estimate.js';

const findings = EVALUATION_CRITERIA.filter(({ stage }) => stage === 'technical').map(
  ({ code }) => ({ criterion: code, isMet: true, reason: null }),
);
const opinion = { kk: 'Іске асыруға болады', ru: 'Можно выполнить' };

describe('the technical estimate', () => {
  it('costs what its lines cost', () => {
    const lines = [
      { title: 'Rubber', amountTiyn: 240_000_000n },
      { title: 'Bench', amountTiyn: 3_500n },
    ];
    expect(checkedCostOf(lines)).toBe(240_003_500n);
    expect(assessEstimate({ lines, opinion, findings })).toEqual([]);
  });

  it.each([
    [-1n, ['estimate.line_not_positive']],
    [0n, ['estimate.line_not_positive']],
    [1n, []],
  ])('a line of %s tiyn: %j', (amountTiyn, codes) => {
    const lines = [{ title: 'Bench', amountTiyn }];
    const faults = assessEstimate({ lines, opinion, findings });
    expect(faults.map((fault) => fault.code)).toEqual(codes);
  });

  it('names all that is missing, and the line where it is', () => {
    const none = { lines: [], opinion: { kk: '', ru: ' ' }, findings: findings.slice(1) };
    expect(assessEstimate(none).map((fault) => fault.code)).toEqual([
      'estimate.no_lines',
      'estimate.opinion_missing',
      'evaluation.criterion_unanswered',
    ]);
    const lines = [
      { title: 'Bench', amountTiyn: 1n },
      { title: ' ', amountTiyn: 1n },
    ];
    expect(assessEstimate({ lines, opinion, findings })).toEqual([
      { code: 'estimate.line_untitled', field: 'lines', details: { line: 2 } },
    ]);
  });
});
