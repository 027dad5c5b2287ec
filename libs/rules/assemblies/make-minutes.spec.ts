import { describe, expect, it } from '@jest/globals';
import { fraction } from '#rules/kernel/fraction.js';
import { makeMinutes, type MinutesSource } from './make-minutes.js';
import { minutesAsDraft } from './minutes-as-draft.js';
import { assessMinutes } from './minutes-check.js';

const text = { kk: 'Мәтін', ru: 'Текст' };
const day = '2026-11-16';
const at = (time: string) => `${day}T${time}:00+05:00`;
const half = fraction(1n, 2n);
const ids = (count: number) => Array.from({ length: count }, (_, place) => `m${place}`);

function sourceOf(present: number, members: number, votesFor: number): MinutesSource {
  return {
    head: {
      number: '2026/1',
      territory: { kato: '982030000', name: text },
      body: 'assembly',
      part: null,
      heldOn: day,
      openedAt: at('10:00'),
      closedAt: at('12:00'),
      place: text,
      convener: { kind: 'akim', signatures: null, consentOn: null },
      notice: { on: '2026-11-05', channels: ['board'] },
      members,
      membersSource: null,
      broadcastUrl: null,
      recordingUrl: null,
    },
    people: [
      ...ids(present).map(
        (id) => ({ id, fullName: `Аты ${id}`, kind: 'delegate', residence: null }) as const,
      ),
      { id: 'guest', fullName: 'Қонақ', kind: 'guest', residence: null },
    ],
    stays: [...ids(present), 'guest'].map((memberId) => ({
      memberId,
      arrivedAt: at('09:50'),
      leftAt: null,
    })),
    chairId: 'm0',
    secretaryId: 'guest',
    share: half,
    rule: { majority: half, chairVotes: 1 },
    items: [
      {
        number: 1,
        question: 'budget',
        title: text,
        rapporteur: null,
        heard: text,
        speeches: [],
        questions: [],
        decision: text,
        links: [],
        recordingSeconds: null,
        reportUrl: null,
        annexes: [],
        votedAt: at('11:00'),
        votes: { kind: 'by-count', for: votesFor, against: 0, abstained: 0, chairSide: null },
      },
    ],
  };
}

describe('makeMinutes', () => {
  it.each([
    [15, 7, 7, false, ['minutes.decided_without_quorum']],
    [15, 8, 8, true, []],
    [16, 7, 7, false, ['minutes.decided_without_quorum']],
    [16, 8, 8, true, []],
    [16, 8, 9, true, ['agenda-votes.more_than_present']],
  ])(
    '%i members, %i present, %i votes: quorum %s, faults %j',
    (members, present, votes, met, codes) => {
      const document = makeMinutes(sourceOf(present, members, votes));
      expect([document.hadQuorum, document.quorum.present]).toEqual([met, present]);
      const facts = { quorumShare: half, known: new Set<string>(), today: day };
      expect(assessMinutes(minutesAsDraft(document), facts).map(({ code }) => code)).toEqual(codes);
    },
  );

  it.each([
    [8, 4, 'rejected'],
    [8, 5, 'adopted'],
    [9, 4, 'rejected'],
    [9, 5, 'adopted'],
  ])('%i present and %i for: %s', (present, votes, outcome) => {
    const [item] = makeMinutes(sourceOf(present, 15, votes)).items;
    expect(item!.vote?.outcome).toBe(outcome);
  });

  it('lists guests, whom no quorum counts', () => {
    const { present, quorum, secretary, chair } = makeMinutes(sourceOf(8, 15, 8));
    expect([present.length, quorum.present, chair, secretary]).toEqual([9, 8, 'Аты m0', 'Қонақ']);
  });

  it('names who voted how, and what the chair settled', () => {
    const source = sourceOf(8, 15, 0);
    const votes = ids(8).map(
      (memberId, place) => ({ memberId, side: place < 4 ? 'for' : 'against' }) as const,
    );
    const items = [
      { ...source.items[0]!, votes: { kind: 'by-name', votes, chairId: 'm0' } as const },
    ];
    const [item] = makeMinutes({ ...source, items }).items;
    expect(item!.vote).toMatchObject({ for: 4, against: 4, outcome: 'adopted', reason: 'chair' });
    expect(item!.vote?.byName?.[0]).toEqual({ id: 'm0', fullName: 'Аты m0', side: 'for' });
  });
});
