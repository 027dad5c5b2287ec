import { describe, expect, it } from '@jest/globals';
import { LINE_STEPS, type LineStepKind, isOfOrigin, lineTrailOf } from './line-trail.js';

const TODAY = '2027-03-20';
const on = (kind: LineStepKind, day = '2026-12-18') => ({ kind, on: day });
const shown = (...[origin, walk]: Parameters<typeof lineTrailOf>) =>
  lineTrailOf(origin, walk).map(({ kind, state }) => `${kind}: ${state}`);

describe('the trail of a budget line', () => {
  const nothing = { records: [], plans: [], endedAfter: null, today: TODAY };

  it.each([
    ['project', ['proposed', 'voted', 'chosen', 'submitted', 'adopted', 'contracted', 'accepted']],
    ['minutes', ['assembly', 'submitted', 'adopted']],
    ['petition', ['petition', 'petition-answer', 'submitted', 'adopted']],
    ['akimat', ['submitted', 'adopted']],
    ['law', ['submitted', 'adopted']],
  ] as const)('that comes from %s awaits %j', (origin, kinds) => {
    expect(shown(origin, nothing)).toEqual(kinds.map((kind) => `${kind}: awaited`));
  });

  it('shows money that no decision holds', () => {
    const records = [on('proposed'), on('voted'), on('chosen'), on('contracted')];
    expect(shown('project', { ...nothing, records }).slice(3)).toEqual([
      'submitted: missing',
      'adopted: missing',
      'contracted: done',
      'accepted: awaited',
    ]);
  });

  it('tells every act of a kind, in the sequence in which they come', () => {
    const days = ['2027-02-01', '2027-05-01', '2027-08-01'];
    const records = [on('adopted'), ...days.map((day) => on('refined', day)), on('submitted')];
    const steps = lineTrailOf('law', { ...nothing, records });
    expect(steps.map(({ kind }) => kind)).toEqual([
      'submitted',
      'adopted',
      'refined',
      'refined',
      'refined',
    ]);
    expect(
      steps.flatMap((step) => (step.kind === 'refined' && 'on' in step ? [step.on] : [])),
    ).toEqual(days);
  });

  it('awaits nothing after a refinement took the line out', () => {
    const records = [on('proposed'), on('voted'), on('chosen'), on('submitted'), on('adopted')];
    const walk = {
      ...nothing,
      records: [...records, on('refined')],
      endedAfter: 'refined' as const,
    };
    expect(shown('project', walk).at(-1)).toBe('refined: done');
  });

  it.each([
    ['2027-03-20', 'awaited', 0],
    ['2027-03-19', 'late', 1],
  ])('that should be adopted by %s is %s', (by, state, daysLate) => {
    const walk = {
      ...nothing,
      records: [on('submitted')],
      plans: [{ kind: 'adopted' as const, by }],
    };
    expect(lineTrailOf('akimat', walk).at(-1)).toMatchObject({
      kind: 'adopted',
      state,
      by,
      daysLate,
    });
  });

  it('parts the origin from the acts on the budget', () => {
    expect(LINE_STEPS.filter(isOfOrigin)).toEqual(LINE_STEPS.slice(0, 6));
    expect(isOfOrigin('submitted')).toBe(false);
  });
});
