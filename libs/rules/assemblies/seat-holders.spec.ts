import { describe, expect, it } from '@jest/globals';
import { assessSeatHolders, type SeatHolder } from './seat-holders.js';

const term = { from: '2026-03-01', until: '2030-02-28', settlements: ['1', '2'] };
const holder: SeatHolder = {
  name: 'Досанова Айнұр',
  settlement: '1',
  post: 'member',
  from: term.from,
  until: term.until,
};
const codes = (...holders: readonly Partial<SeatHolder>[]) =>
  assessSeatHolders(
    holders.map((change) => ({ ...holder, ...change })),
    term,
  ).map(({ code }) => code);

describe('assessSeatHolders', () => {
  it.each<[Partial<SeatHolder>, readonly string[]]>([
    [{}, []],
    [{ name: ' ' }, ['body.member_unnamed']],
    [{ settlement: '3' }, ['body.settlement_elsewhere']],
    [{ from: '2026-02-28' }, ['body.member_outside_term']],
    [{ from: '2026-03-02' }, []],
    [{ until: '2030-03-01' }, ['body.member_outside_term']],
    [{ from: '2027-01-02', until: '2027-01-01' }, ['body.member_outside_term']],
    [{ from: '2027-01-01', until: '2027-01-01' }, []],
  ])('%j → %j', (change, expected) => expect(codes(change)).toEqual(expected));

  it.each([
    ['2027-12-31', '2028-01-01', []],
    ['2028-01-01', '2028-01-01', ['body.post_held_twice']],
  ])('one chair until %s and the next from %s: %j', (until, from, expected) => {
    expect(codes({ post: 'chair', from }, { post: 'chair', until })).toEqual(expected);
  });
});
