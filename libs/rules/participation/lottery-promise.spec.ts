import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Ties } from '#rules/tally/rule-spec.js';
import { assertAnotherPerson, assertPromisable, publicValueFaults } from './lottery-promise.js';

const VALUE = { kk: 'доллар бағамы', ru: 'курс доллара' };

describe('A promised lottery', () => {
  it.each<[number, Ties, string, readonly string[]]>([
    [9, 'refuse', 'курс', []],
    [10, 'refuse', 'курс', ['result.lottery_too_late']],
    [11, 'refuse', 'курс', ['result.lottery_too_late']],
    [9, 'id', 'курс', ['result.lottery_not_needed']],
    [9, 'refuse', ' ', ['result.text_missing']],
    [10, 'id', '', ['result.lottery_too_late', 'result.lottery_not_needed', 'result.text_missing']],
  ])('at %i of 10, ties %s, named «%s» → %j', (now, ties, ru, codes) => {
    expect(
      codesOf(() => assertPromisable({ ties, now, votingFrom: 10 }, { ...VALUE, ru })),
    ).toEqual(codes);
  });

  it.each([
    [{ value: '512.34', source: 'nationalbank.kz' }, []],
    [{ value: ' ', source: '' }, ['result.value_missing', 'result.source_missing']],
    [{ value: '512\n34', source: 'x' }, ['result.value_missing']],
    [{ value: '5'.repeat(200), source: 'x' }, []],
    [{ value: '5'.repeat(201), source: 'x' }, ['result.value_missing']],
  ])('is drawn of a value with its source, %j → %j', (draw, codes) => {
    expect(publicValueFaults(draw).map(({ code }) => code)).toEqual(codes);
  });

  it('takes two people', () => {
    expect(() => assertAnotherPerson('a', 'b')).not.toThrow();
    expect(() => assertAnotherPerson('a', 'a')).toThrow('result.second_person_needed');
  });
});

function codesOf(act: () => void): readonly string[] {
  try {
    act();
    return [];
  } catch (error) {
    const faults = (error as DomainError).details['faults'] as { code: string }[];
    return faults.map(({ code }) => code);
  }
}
