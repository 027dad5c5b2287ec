import { describe, expect, it } from '@jest/globals';
import {
  type TransitionTable,
  actsIn,
  isFinalIn,
  nextStateIn,
  statesReachableFrom,
} from './transition-table.js';

type Light = 'green' | 'red' | 'off' | 'lost';

const LIGHTS: TransitionTable<Light, 'stop' | 'switch-off'> = {
  green: { stop: 'red', 'switch-off': 'off' },
  red: { 'switch-off': 'off' },
  off: {},
  lost: {},
};

describe('a life cycle as data', () => {
  it('leads from state to state', () => {
    expect(nextStateIn(LIGHTS, { state: 'green', act: 'stop', refusal: 'light.no' })).toBe('red');
  });

  it('refuses what the table does not hold, and says what is possible', () => {
    expect(() => nextStateIn(LIGHTS, { state: 'red', act: 'stop', refusal: 'light.no' })).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        code: 'light.no',
        details: { state: 'red', act: 'stop', possible: ['switch-off'] },
      }),
    );
  });

  it('can be walked', () => {
    expect([...statesReachableFrom(LIGHTS, 'green')]).toEqual(['green', 'red', 'off']);
    expect(actsIn(LIGHTS, 'green')).toEqual(['stop', 'switch-off']);
    expect(isFinalIn(LIGHTS, 'off')).toBe(true);
    expect(isFinalIn(LIGHTS, 'red')).toBe(false);
  });
});
