import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DISCREPANCY_KINDS, discrepancyRuleOf, isDiscrepancyKind } from './discrepancy-kind.js';
import { TRAIL_STEPS, type TrailStepKind, isObligatoryStep, trailOf } from './trail.js';

const TODAY = '2027-03-20';
const on = (kind: TrailStepKind, day = '2027-03-03') => ({ kind, on: day });
const shown = (...steps: Parameters<typeof trailOf>) =>
  trailOf(...steps).map(({ kind, state }) => `${kind}: ${state}`);

describe('the trail of a project', () => {
  it('shows a step that something followed as missing', () => {
    const records = (['proposed', 'admitted', 'voted', 'chosen', 'contracted'] as const).map(
      (kind) => on(kind),
    );
    expect(shown(records, [], null, TODAY)).toEqual([
      'proposed: done',
      'admitted: done',
      'voted: done',
      'chosen: done',
      'requested: missing',
      'adopted: missing',
      'contracted: done',
      'accepted: awaited',
    ]);
  });

  it.each([
    ['2027-03-20', 'awaited', 0],
    ['2027-03-19', 'late', 1],
  ])('with acceptance planned by %s: %s', (by, state, daysLate) => {
    const steps = trailOf([on('building')], [{ kind: 'accepted', by }], null, TODAY);
    expect(steps.at(-1)).toMatchObject({ kind: 'accepted', state, by, daysLate });
  });

  it('counts the delay of what was done', () => {
    const [step] = trailOf(
      [on('admitted', '2027-04-07')],
      [{ kind: 'admitted', by: '2027-04-05' }],
      'admitted',
      TODAY,
    ).slice(-1);
    expect(step).toMatchObject({ state: 'done', daysLate: 2 });
  });

  it('awaits nothing of a way that ended', () => {
    const records = [on('proposed'), on('admitted'), on('voted')];
    expect(shown(records, [], 'voted', TODAY)).toEqual([
      'proposed: done',
      'admitted: done',
      'voted: done',
    ]);
  });

  it('shows every record once, in the sequence of the law, and never calls one missing', () => {
    fc.assert(
      fc.property(fc.subarray([...TRAIL_STEPS]), (kinds) => {
        const steps = trailOf(
          kinds.toReversed().map((kind) => on(kind)),
          [],
          null,
          TODAY,
        );
        expect(steps.filter(({ state }) => state === 'done').map(({ kind }) => kind)).toEqual(
          kinds,
        );
        const obligatory = TRAIL_STEPS.filter(isObligatoryStep);
        for (const kind of obligatory) expect(steps.some((step) => step.kind === kind)).toBe(true);
      }),
    );
  });
});

describe('discrepancies', () => {
  it('have a rule each', () => {
    for (const kind of DISCREPANCY_KINDS) expect(discrepancyRuleOf(kind).point).not.toBe('');
    expect(isDiscrepancyKind('nothing')).toBe(false);
  });
});
