import { describe, expect, it } from '@jest/globals';
import { valueOn } from '#rules/rulebook/value-on.js';
import { dismissalGroundOf, refusedInARow } from './dismissal-ground.js';

const TWICE = valueOn('akim-dismissal.refused-reports', '2026-11-21');
/** Reports of consecutive years, `+` approved and `-` not. */
const reports = (signs: string) =>
  [...signs].map((sign, place) => ({ heardOn: `${2020 + place}-02-01`, approved: sign === '+' }));

describe('the ground of a dismissal', () => {
  it.each([
    ['', 0, 'none'],
    ['+', 0, 'none'],
    ['-', 1, 'none'],
    ['--', 2, 'refused-reports'],
    ['---', 3, 'refused-reports'],
    ['-+-', 1, 'none'],
    ['--+', 0, 'none'],
    ['+--', 2, 'refused-reports'],
  ])('reports %s: %i refused in a row, %s', (signs, refused, kind) => {
    expect(refusedInARow(reports(signs))).toBe(refused);
    expect(refusedInARow(reports(signs).toReversed())).toBe(refused);
    const ground = dismissalGroundOf({ reports: reports(signs), initiativeOn: null }, TWICE);
    expect(ground.kind).toBe(kind);
  });

  it('says how many more refusals it would take', () => {
    const facts = { reports: reports('+-'), initiativeOn: null };
    expect(dismissalGroundOf(facts, TWICE)).toEqual({ kind: 'none', refused: 1, missing: 1 });
  });

  it('is the assembly’s initiative whatever the reports were', () => {
    const facts = { reports: reports('++'), initiativeOn: '2026-11-20' };
    const expected = { kind: 'assembly-initiative', on: '2026-11-20' };
    expect(dismissalGroundOf(facts, TWICE)).toEqual(expected);
  });
});
