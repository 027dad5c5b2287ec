import { describe, expect, it } from '@jest/globals';
import { projectPhaseOf } from './project-phase.js';

describe('the phase of a project for other programs', () => {
  it.each([
    ['planned', 0, false, 'identification'],
    ['planned', 0, true, 'preparation'],
    ['postponed', 40, false, 'identification'],
    ['postponed', 40, true, 'preparation'],
    ['contracted', 0, true, 'implementation'],
    ['contracted', 0, false, 'implementation'],
    ['building', 99, true, 'implementation'],
    ['building', 100, true, 'completion'],
    ['accepted', 100, true, 'maintenance'],
    ['cancelled', 40, true, 'cancelled'],
  ] as const)('%s, %i per cent, budget %s: %s', (state, percent, hasBudget, phase) => {
    expect(projectPhaseOf({ state, percent, hasBudget })).toBe(phase);
  });
});
