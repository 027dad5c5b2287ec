import { describe, expect, it } from '@jest/globals';
import { assertCorrectionInTime, assertIntakeOpen, intakeSideAt } from './proposal-intake.js';

const WINDOW = { from: '2027-01-20T00:00:00+05:00', until: '2027-03-02T00:00:00+05:00' };

describe('the intake of proposals', () => {
  it.each([
    ['2027-01-19T23:59:59.999+05:00', 'before'],
    ['2027-01-20T00:00:00+05:00', 'open'],
    ['2027-03-01T23:59:59.999+05:00', 'open'],
    ['2027-03-02T00:00:00+05:00', 'after'],
    ['2027-03-01T18:59:59Z', 'open'],
    ['2027-03-01T19:00:00Z', 'after'],
  ] as const)('at %s is %s', (now, side) => {
    expect(intakeSideAt(now, WINDOW)).toBe(side);
  });

  it('says when it opens and when it closed', () => {
    expect(() => assertIntakeOpen('2027-01-01T00:00:00Z', WINDOW)).toThrow(
      expect.objectContaining({
        code: 'proposal.intake_not_open',
        details: { opens: '2027-01-19T19:00:00.000Z' },
      }),
    );
    expect(() => assertIntakeOpen('2027-04-01T00:00:00Z', WINDOW)).toThrow(
      expect.objectContaining({
        code: 'proposal.intake_closed',
        details: { closed: '2027-03-01T19:00:00.000Z' },
      }),
    );
    expect(() => assertIntakeOpen('2027-02-01T00:00:00Z', WINDOW)).not.toThrow();
  });
});

describe('the correction of a returned proposal', () => {
  it.each([
    ['2027-03-10', false],
    ['2027-03-11', false],
    ['2027-03-12', true],
  ])('on %s is too late: %s', (today, isTooLate) => {
    const correct = () => assertCorrectionInTime(today, '2027-03-11');
    if (isTooLate) expect(correct).toThrow('proposal.correction_too_late');
    else expect(correct).not.toThrow();
  });

  it('has no end where none was set', () => {
    expect(() => assertCorrectionInTime('2099-01-01', null)).not.toThrow();
  });
});
