import { describe, expect, it } from '@jest/globals';
import { DISMISSAL_STATES, isFinalDismissalState } from './dismissal-lifecycle.js';
import { dismissalStepOf, sessionActOf } from './dismissal-step.js';

describe('the next step of a dismissal', () => {
  it.each([
    ['raised', 'deputies', null],
    ['signatures', 'deputies', '2026-12-14'],
    ['under-check', 'maslikhat', '2026-12-07'],
    ['before-session', 'maslikhat', '2026-12-30'],
    ['proposed', 'superior-akim', '2026-12-14'],
    ['binding', 'superior-akim', '2026-12-14'],
  ] as const)('in %s since 30 November the %s must act by %s', (state, who, by) => {
    expect(dismissalStepOf(state, '2026-11-30')).toEqual({ who, by });
  });

  it('is nothing exactly where nothing more happens', () => {
    const idle = DISMISSAL_STATES.filter((state) => dismissalStepOf(state, '2026-11-30') === null);
    expect(idle).toEqual(DISMISSAL_STATES.filter(isFinalDismissalState));
  });

  it.each([
    [true, '2027-02-27', '2026-08-31', 'adopt'],
    [true, '2027-02-28', '2026-08-31', 'adopt-again'],
    [true, '2027-02-28', null, 'adopt'],
    [false, '2027-02-28', '2026-08-31', 'reject'],
  ] as const)('adopted %s on %s after a refusal on %s: %s', (adopted, on, keptOn, act) => {
    expect(sessionActOf({ adopted, on }, keptOn)).toBe(act);
  });
});
