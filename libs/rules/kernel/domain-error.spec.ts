import { describe, expect, it } from '@jest/globals';
import { DomainError, assertNoFaults } from './domain-error.js';

describe('assertNoFaults', () => {
  it('lets a lawful thing pass', () => {
    expect(() => assertNoFaults('round.invalid', [])).not.toThrow();
  });

  it('throws one refusal that names every fault', () => {
    const faults = [{ code: 'round.pots_missing', field: 'pots' }, { code: 'round.title_missing' }];
    expect(() => assertNoFaults('round.invalid', faults)).toThrow(
      expect.objectContaining({
        name: 'DomainError',
        kind: 'rule-violated',
        code: 'round.invalid',
        details: { faults },
      }),
    );
    expect(new DomainError('not-found', 'round.not_found').details).toEqual({});
  });
});
