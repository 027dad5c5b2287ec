import { describe, expect, it } from '@jest/globals';
import { handoverBy, remarksUntil } from './minutes-terms.js';

const plain = { body: 'assembly', asksDismissal: false } as const;

// Worked by hand with the days off of days-off.ts: 16 December is Independence Day, a Wednesday.
describe('the clock of minutes', () => {
  it.each([
    ['2026-11-16', '2026-11-19'],
    ['2026-11-18', '2026-11-23'],
    ['2026-11-19', '2026-11-23'],
  ])('remarks on a draft of %s until %s', (shown, until) => {
    expect(remarksUntil(shown, [])).toBe(until);
  });

  it.each([
    ['2026-11-18', '2026-11-20'],
    ['2026-11-20', '2026-11-24'],
    ['2026-12-15', '2026-12-18'],
  ])('minutes of %s are handed over by %s', (held, by) => {
    expect(handoverBy(held, plain, [])).toBe(by);
    expect(handoverBy(held, { ...plain, body: 'separate-gathering' }, [])).toBe(by);
    expect(handoverBy(held, { ...plain, body: 'gathering' }, [])).toBe(by);
  });

  it('gives five working days where an assembly asks for the akim’s dismissal', () => {
    expect(handoverBy('2026-11-20', { ...plain, asksDismissal: true }, [])).toBe('2026-11-27');
  });

  it('follows a local act', () => {
    const local = {
      key: 'assembly.handover-working-days' as const,
      value: 3,
      from: '2026-01-01',
      until: null,
      act: 'Regulation No 1',
    };
    expect(handoverBy('2026-11-20', plain, [local])).toBe('2026-11-25');
  });
});
