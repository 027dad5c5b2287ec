import { describe, expect, it } from '@jest/globals';
import { fraction } from '#rules/kernel/fraction.js';
import { assessMinutes, linkKey } from './minutes-check.js';
import type { MinutesDraft, MinutesItem } from './minutes-draft.js';

const ids = (count: number) => Array.from({ length: count }, (_, place) => `m${place + 1}`);
const listed = (count: number) =>
  ids(count).map((memberId) => ({ memberId, fullName: `Name of ${memberId}` }));
const both = (text: string) => ({ kk: text, ru: text });

const item: MinutesItem = {
  title: both('Budget'),
  heard: both('Head of the office'),
  speeches: [{ speaker: 'Name of m1', text: 'Agree' }],
  votes: { kind: 'by-count', for: 8, against: 0, abstained: 0, chairSide: null },
  presentIds: ids(8),
  decision: both('Agreed'),
  links: [{ kind: 'budget-line', id: '7', amountTiyn: 1n }],
};

const minutes: MinutesDraft = {
  heldOn: '2026-11-20',
  place: both('School'),
  members: 15,
  present: listed(8),
  chair: 'm1',
  secretary: 'm2',
  hadQuorum: true,
  items: [item],
};

const facts = {
  quorumShare: fraction(1n, 2n),
  known: new Set([linkKey({ kind: 'budget-line', id: '7' })]),
  today: '2026-11-21',
};

const faultsOf = (change: Partial<MinutesDraft>) => assessMinutes({ ...minutes, ...change }, facts);
const codesOf = (change: Partial<MinutesDraft>) => faultsOf(change).map(({ code }) => code);
const itemCodes = (change: Partial<MinutesItem>) => codesOf({ items: [{ ...item, ...change }] });

const votes = (inFavour: number) => ({
  votes: { kind: 'by-count', for: inFavour, against: 0, abstained: 0, chairSide: null } as const,
});

describe('the check of minutes', () => {
  it('finds nothing in complete ones', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<[string, Partial<MinutesDraft>]>([
    ['minutes.not_held_yet', { heldOn: '2026-11-22' }],
    ['minutes.place_missing', { place: { kk: 'Мектеп', ru: '' } }],
    ['minutes.present_unnamed', { present: [...listed(7), { memberId: 'm8', fullName: ' ' }] }],
    ['minutes.present_twice', { present: [...listed(8), ...listed(1)] }],
    ['minutes.chair_missing', { chair: '' }],
    ['minutes.secretary_missing', { secretary: ' ' }],
    ['minutes.chair_is_secretary', { secretary: 'm1' }],
    ['minutes.no_items', { items: [] }],
  ])('%s', (code, change) => {
    expect(codesOf(change)).toEqual([code]);
  });

  it.each<[string, Partial<MinutesItem>]>([
    ['minutes.title_missing', { title: { kk: '', ru: 'Бюджет' } }],
    ['minutes.heard_missing', { heard: { kk: 'Тыңдалды', ru: '' } }],
    ['minutes.item_undecided', { decision: { kk: '', ru: 'Согласовать' } }],
    ['minutes.item_without_vote', { votes: null }],
    ['minutes.speech_incomplete', { speeches: [{ speaker: '', text: 'Agree' }] }],
    ['minutes.link_unknown', { links: [{ kind: 'petition', id: '7', amountTiyn: null }] }],
    [
      'minutes.link_amount_not_positive',
      { links: [{ kind: 'budget-line', id: '7', amountTiyn: 0n }] },
    ],
    ['minutes.present_not_listed', { presentIds: [...ids(8), 'm9'] }],
  ])('%s, with the number of the item', (code, change) => {
    expect(faultsOf({ items: [item, { ...item, ...change }] })).toEqual([
      expect.objectContaining({
        code,
        field: 'items',
        details: expect.objectContaining({ number: 2 }),
      }),
    ]);
  });

  it.each([
    [7, []],
    [8, []],
    [9, ['agenda-votes.more_than_present']],
  ])('%i votes of eight present: %j', (cast, codes) => {
    expect(itemCodes(votes(cast))).toEqual(codes);
  });

  it.each([
    [7, ['minutes.no_quorum', 'minutes.no_quorum_at_vote']],
    [8, []],
    [9, []],
  ])('%i of 15 present: %j', (present, codes) => {
    const change = { ...item, ...votes(5), presentIds: ids(present) };
    expect(codesOf({ present: listed(present), items: [change] })).toEqual(codes);
  });

  it('looks at the quorum of each vote, not of the morning', () => {
    expect(itemCodes({ ...votes(7), presentIds: ids(7) })).toEqual(['minutes.no_quorum_at_vote']);
    expect(itemCodes({ ...votes(7), presentIds: [...ids(7), 'm7'] })).toEqual([
      'minutes.no_quorum_at_vote',
    ]);
  });

  it.each([
    [7, []],
    [8, ['minutes.item_undecided', 'minutes.item_without_vote']],
  ])('leaves an item undecided while %i of 15 are there: %j', (present, codes) => {
    const left = { votes: null, decision: both(''), presentIds: ids(present) };
    expect(itemCodes(left)).toEqual(codes);
  });

  it.each([
    [8, []],
    [7, ['minutes.more_present_than_members']],
  ])('eight present of %i members: %j', (members, codes) => {
    expect(codesOf({ members })).toEqual(codes);
  });

  it('records a meeting without a quorum, as long as it decided nothing', () => {
    const blank = { ...item, votes: null, decision: both(''), heard: both(''), links: [] };
    const failed = { hadQuorum: false, present: listed(3) };
    expect(codesOf({ ...failed, items: [blank] })).toEqual([]);
    expect(codesOf({ ...failed, items: [item] })).toEqual(['minutes.decided_without_quorum']);
  });

  it('names all faults at once', () => {
    const faulty = {
      place: both(''),
      members: 0,
      present: [],
      chair: '',
      secretary: '',
      items: [{ ...item, title: both(''), votes: null, links: [] }],
    };
    expect(codesOf(faulty)).toEqual([
      'minutes.place_missing',
      'minutes.members_missing',
      'minutes.no_quorum',
      'minutes.chair_missing',
      'minutes.secretary_missing',
      'minutes.title_missing',
      'minutes.item_without_vote',
    ]);
  });
});
