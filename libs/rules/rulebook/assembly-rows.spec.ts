import { describe, expect, it } from '@jest/globals';
import type { LegalKey } from './legal-rows.js';
import { getRowOn, valueOn } from './value-on.js';

const DAY = '2026-11-21';

describe('the law of the local community', () => {
  it.each<[LegalKey, unknown]>([
    ['gathering.notice-days', 10],
    ['assembly.notice-days', 10],
    ['assembly.candidates-notice-days', 3],
    ['separate-gathering.notice-days', 10],
    ['gathering.quorum', { num: 1n, den: 10n }],
    ['assembly.quorum', { num: 1n, den: 2n }],
    ['separate-gathering.quorum', { num: 1n, den: 10n }],
    ['public-council.quorum', { num: 2n, den: 3n }],
    ['assembly.size-at-most.largest', 25],
    ['assembly.term-months', 48],
    ['separate-gathering.representatives-at-most', 3],
    ['akim-dismissal.deputies-share', { num: 1n, den: 5n }],
    ['akim-dismissal.signatures-working-days', 10],
    ['akim-dismissal.check-working-days', 5],
    ['akim-dismissal.repeat-months', 6],
  ])('%s', (key, value) => {
    expect(valueOn(key, DAY)).toEqual(value);
  });

  it.each<[LegalKey, boolean]>([
    ['gathering.quorum', true],
    ['assembly.quorum', true],
    ['separate-gathering.quorum', false],
    ['assembly.materials-days', false],
    ['assembly.chair-votes', false],
    ['assembly.size-at-least.small', false],
    ['assembly.handover-working-days', false],
    ['akim-answer.working-days', false],
    ['akim-dismissal.majority', true],
  ])('%s was read in the act: %s', (key, verified) => {
    expect(getRowOn(key, DAY)).toMatchObject({
      verified,
      standing: verified ? 'national' : 'default',
    });
  });

  it('was read in the redaction of July 2026 only', () => {
    expect(getRowOn('assembly.quorum', '2026-06-30')).toMatchObject({
      verified: false,
      note: 'earlier-redaction-not-read',
    });
    expect(getRowOn('assembly.quorum', '2026-07-01').verified).toBe(true);
  });
});
