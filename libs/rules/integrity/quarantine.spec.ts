import { describe, expect, it } from '@jest/globals';
import type { IntegrityFinding } from './integrity-report.js';
import { assertMovable, assertReasoned, batchSizeFaults, findingOf } from './quarantine.js';

const codesOf = (ballots: number, left: number): string[] =>
  batchSizeFaults({ ballots, left }).map(({ code }) => code);

describe('a batch to be set aside', () => {
  it.each([
    [9, 100, ['quarantine.batch_too_small']],
    [10, 100, []],
    [11, 100, []],
    [50, 0, []],
    [50, 1, ['quarantine.rest_too_small']],
    [50, 9, ['quarantine.rest_too_small']],
    [50, 10, []],
    [0, 9, ['quarantine.batch_too_small', 'quarantine.rest_too_small']],
  ])('of %i ballots that leaves %i: %j', (ballots, left, codes) => {
    expect(codesOf(ballots, left)).toEqual(codes);
  });

  it('is told with all its faults at once', () => {
    const refused = (): void => assertMovable({ kk: '', ru: 'Причина' }, { ballots: 3, left: 40 });
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'quarantine.invalid',
        details: {
          faults: [
            expect.objectContaining({ code: 'quarantine.reason_missing', field: 'reason' }),
            expect.objectContaining({ code: 'quarantine.batch_too_small' }),
          ],
        },
      }),
    );
    expect(() => assertReasoned({ kk: 'Себеп', ru: '' })).toThrow('quarantine.invalid');
    expect(() => assertReasoned({ kk: 'Себеп', ru: 'Причина' })).not.toThrow();
  });
});

describe('the finding of a batch', () => {
  const findings: readonly IntegrityFinding[] = [
    { signal: 'night', measured: 30, threshold: 15 },
    { signal: 'age-cluster', where: '1980', measured: 40, threshold: 30 },
  ];

  it('is found by its signal and what it is about', () => {
    expect(findingOf(findings, { signal: 'night', where: null })).toBe(findings[0]);
    expect(findingOf(findings, { signal: 'age-cluster', where: '1980' })).toBe(findings[1]);
  });

  it.each([
    { signal: 'night', where: '1980' },
    { signal: 'age-cluster', where: null },
    { signal: 'age-cluster', where: '1981' },
    { signal: 'burst', where: null },
  ] as const)('is none for %j', (batch) => {
    expect(findingOf(findings, batch)).toBeNull();
  });
});
