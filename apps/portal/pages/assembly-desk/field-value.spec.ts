import { describe, expect, it } from '@jest/globals';
import { valueOf } from './field-value.js';

const when = { heldOn: '2026-11-20', writtenAt: new Date('2026-11-20T06:00:00Z') } as const;

describe('a field of the writing table', () => {
  it('takes a text, and takes it back where it is empty', () => {
    expect(valueOf('heard-kk', { text: ' Тыңдалды ' }, when)).toEqual({
      kind: 'text',
      text: 'Тыңдалды',
    });
    expect(valueOf('heard-kk', { text: ' ' }, when)).toBeNull();
  });

  it('counts hands at the moment that was written, or when it was written', () => {
    const counts = { for: '9', against: '', abstained: '1', chairSide: 'for' };
    const votes = { kind: 'by-count', for: 9, against: 0, abstained: 1, chairSide: 'for' };
    expect(valueOf('votes', { ...counts, votedTime: '11:05:30' }, when)).toEqual({
      kind: 'votes',
      votes: { ...votes, votedAt: '2026-11-20T06:05:30.000Z' },
    });
    expect(valueOf('votes', counts, when)).toMatchObject({
      votes: { ...votes, votedAt: '2026-11-20T06:00:00.000Z' },
    });
  });

  it('leaves what is no number to the rule, and no figures at all mean no vote', () => {
    expect(valueOf('votes', { for: 'тоғыз' }, when)).toMatchObject({ votes: { for: -1 } });
    expect(valueOf('votes', { for: '', against: '' }, when)).toBeNull();
  });

  it('names who voted how, and leaves out who did not', () => {
    expect(valueOf('votes', { 'member:a': 'for', 'member:b': '' }, when)).toMatchObject({
      votes: { kind: 'by-name', votes: [{ memberId: 'a', side: 'for' }] },
    });
  });

  it.each([
    ['17', '17'],
    ['https://qatysu.example/kk/projects/0193-aa#top', '0193-aa'],
  ])('binds a decision to %s with its sum', (typed, id) => {
    const parts = { kind1: 'project', id1: typed, amount1: '38 500 000', kind2: '', id2: '' };
    expect(valueOf('links', parts, when)).toEqual({
      kind: 'links',
      links: [{ kind: 'project', id, amountTiyn: '3850000000' }],
    });
  });

  it.each([
    ['1:02:05', 3725],
    ['2:05', 125],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(valueOf('recording-seconds', { text }, when)).toEqual({ kind: 'seconds', seconds });
  });
});
