import { describe, expect, it } from '@jest/globals';
import { faultsOfSwitch, type PortalSwitch } from './portal-switch.js';

const FAIR: PortalSwitch = { name: 'stage', value: 'no-search', reason: 'Ашылу минуты' };

describe('a setting for all portals', () => {
  it.each([
    [FAIR, []],
    [{ ...FAIR, value: 'auto' }, []],
    [{ ...FAIR, name: 'limits', value: 'off' }, []],
    [{ ...FAIR, name: 'limits', value: 'auto' }, ['switch.value_unknown']],
    [{ ...FAIR, value: 'empty' }, ['switch.value_unknown']],
    [{ ...FAIR, reason: 'a'.repeat(9) }, ['switch.reason_too_short']],
    [{ ...FAIR, reason: ` ${'a'.repeat(9)} ` }, ['switch.reason_too_short']],
    [{ ...FAIR, reason: 'a'.repeat(10) }, []],
    [{ ...FAIR, reason: 'a'.repeat(500) }, []],
    [{ ...FAIR, reason: 'a'.repeat(501) }, ['switch.reason_too_long']],
    [{ ...FAIR, value: '', reason: '' }, ['switch.value_unknown', 'switch.reason_too_short']],
  ] as [PortalSwitch, string[]][])('%j has the faults %j', (setting, codes) =>
    expect(faultsOfSwitch(setting).map(({ code }) => code)).toEqual(codes),
  );
});
