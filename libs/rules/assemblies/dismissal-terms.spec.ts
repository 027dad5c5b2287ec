import { describe, expect, it } from '@jest/globals';
import {
  isBinding,
  repeatFrom,
  sessionBy,
  sheetsCheckBy,
  signaturesBy,
  superiorDecisionBy,
} from './dismissal-terms.js';

// Worked by hand with the days off of days-off.ts.
describe('the clock of a dismissal', () => {
  it.each([
    ['2026-11-16', '2026-11-30'],
    ['2026-12-04', '2026-12-21'],
  ])('from %s ten working days end on %s', (from, by) => {
    expect(signaturesBy(from)).toBe(by);
    expect(superiorDecisionBy(from)).toBe(by);
  });

  it('has the sheets checked in five working days and the session within a month', () => {
    expect(sheetsCheckBy('2026-11-30')).toBe('2026-12-07');
    expect(sessionBy('2026-10-31')).toBe('2026-11-30');
    expect(sessionBy('2026-11-21')).toBe('2026-12-21');
    expect(sessionBy('2026-11-19')).toBe('2026-12-21');
  });

  it('may be repeated after six months', () => {
    expect(repeatFrom('2026-08-31')).toBe('2027-02-28');
  });

  it.each([
    ['2027-02-27', '2026-08-31', false],
    ['2027-02-28', '2026-08-31', true],
    ['2027-03-01', '2026-08-31', true],
    ['2027-03-01', null, false],
  ])('adopted on %s after a refusal on %s: binding %s', (adoptedOn, keptOn, binding) => {
    expect(isBinding(adoptedOn, keptOn)).toBe(binding);
  });
});
