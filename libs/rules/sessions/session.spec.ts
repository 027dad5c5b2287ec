import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dismissalVoteOn } from '#rules/assemblies/dismissal-votes.js';
import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import { statesReachableFrom } from '#rules/kernel/transition-table.js';
import { assessPublication } from './decision-publication.js';
import { verdictOf } from './session-adoption.js';
import {
  type SessionConvening,
  assessSessionConvening,
  isBreakLawful,
} from './session-convening.js';
import {
  SESSION_LIFECYCLE,
  SESSION_STATES,
  canDecide,
  isFinalSessionState,
  nextSessionState,
  possibleSessionActs,
} from './session-lifecycle.js';
import { assessMaterial, materialLateDays, materialsDueOn } from './session-materials.js';
import { type ResolutionDraft, resolutionOf } from './session-resolution.js';
import { sessionRuleOn } from './session-rule.js';
import { assessSessionVotes, decideBySession, sessionQuorum } from './session-vote.js';

const DAY = '2026-12-18';
const RULE = sessionRuleOn('regular', DAY);
const EXTRAORDINARY = sessionRuleOn('extraordinary', DAY);

const people = (count: number) => Array.from({ length: count }, (_, place) => `d${place + 1}`);
const hall = (deputies: number, present = deputies) => ({
  deputies: people(deputies),
  present: people(present),
  chairId: 'd1',
});
/** The chair votes first: for, unless told. */
const votes = ([inFavour, against, abstained]: readonly number[], chair: VoteSide = 'for') => {
  const sides: VoteSide[] = [
    ...Array<VoteSide>(inFavour!).fill('for'),
    ...Array<VoteSide>(against!).fill('against'),
    ...Array<VoteSide>(abstained!).fill('abstained'),
  ];
  const first = sides.indexOf(chair);
  const sorted = first < 0 ? sides : [chair, ...sides.filter((_, place) => place !== first)];
  return sorted.map((side, place) => ({ deputyId: `d${place + 1}`, side }));
};
const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code);

describe('the quorum of a session', () => {
  it.each(Array.from({ length: 46 }, (_, place) => place + 5))(
    'of %i deputies is two thirds of all, and one fewer is none',
    (deputies) => {
      const required = Math.ceil((deputies * 2) / 3);
      const met = (present: number) => sessionQuorum(hall(deputies, present), RULE).met;
      expect(sessionQuorum(hall(deputies), RULE).required).toBe(required);
      expect([met(required - 1), met(required), met(deputies)]).toEqual([false, true, true]);
    },
  );

  it.each([
    [15, 10],
    [18, 12],
    [21, 14],
    [30, 20],
    [48, 32],
  ])('of %i is met by exactly two thirds, %i', (deputies, present) => {
    expect(sessionQuorum(hall(deputies, present), RULE)).toMatchObject({ met: true, missing: 0 });
  });

  it('counts deputies only, each once', () => {
    const crowded = { ...hall(6, 3), present: ['d1', 'd1', 'd2', 'd3', 'guest'] };
    expect(sessionQuorum(crowded, RULE)).toMatchObject({ present: 3, required: 4, met: false });
  });
});

describe('the decision of a session', () => {
  it.each(Array.from({ length: 46 }, (_, place) => place + 5))(
    'of %i deputies takes more than half of all of them',
    (deputies) => {
      const required = Math.floor(deputies / 2) + 1;
      const kindOf = (inFavour: number) =>
        decideBySession(votes([inFavour, 0, 0]), hall(deputies), RULE).kind;
      expect([kindOf(required - 1), kindOf(required)]).toEqual(['rejected', 'adopted']);
      expect(dismissalVoteOn(DAY, { deputies, for: required }).required).toBe(required);
    },
  );

  it.each([
    [16, 11, [6, 5, 0], 'rejected: no-majority'],
    [16, 11, [8, 3, 0], 'rejected: no-majority'],
    [16, 11, [9, 2, 0], 'adopted: majority'],
    [16, 16, [8, 8, 0], 'adopted: chair'],
    [15, 15, [7, 7, 1], 'rejected: no-majority'],
    [15, 14, [7, 7, 0], 'rejected: no-majority'],
    [15, 15, [8, 7, 0], 'adopted: majority'],
  ] as const)('%i deputies, %i present, %j: %s', (deputies, present, counted, expected) => {
    const { kind, reason } = decideBySession(votes(counted), hall(deputies, present), RULE);
    expect(`${kind}: ${reason}`).toBe(expected);
  });

  const SIZES = Array.from({ length: 46 }, (_, place) => place + 5);

  it.each(SIZES)('of %i deputies is no majority of those present alone', (deputies) => {
    const quorum = Math.ceil((deputies * 2) / 3);
    const ofPresent = Math.floor(quorum / 2) + 1;
    const ofAll = Math.floor(deputies / 2) + 1;
    const decided = (inFavour: number, present: number) =>
      decideBySession(
        votes([inFavour, present - inFavour, 0], 'against'),
        hall(deputies, present),
        RULE,
      );
    expect(decided(ofPresent, quorum).kind).toBe(ofPresent >= ofAll ? 'adopted' : 'rejected');
    expect(decided(ofAll - 1, deputies).kind).toBe('rejected');
    expect(decided(ofAll, quorum).kind).toBe('adopted');
    expect(decided(deputies, deputies)).toMatchObject({ kind: 'adopted', required: ofAll });
  });

  it.each(SIZES.filter((size) => size % 2 === 0))(
    'of %i evenly divided goes with the chair',
    (deputies) => {
      const half = [deputies / 2, deputies / 2, 0];
      for (const [side, kind] of [
        ['for', 'adopted'],
        ['against', 'rejected'],
      ] as const)
        expect(decideBySession(votes(half, side), hall(deputies), RULE).kind).toBe(kind);
      const oneAway = [deputies / 2, deputies / 2 - 1, 0];
      expect(decideBySession(votes(oneAway), hall(deputies, deputies - 1), RULE).kind).toBe(
        'rejected',
      );
    },
  );

  it.each([
    ['for', 'adopted'],
    ['against', 'rejected'],
  ] as const)('an even division of all goes with the chair, %s: %s', (chair, kind) => {
    expect(decideBySession(votes([25, 25, 0], chair), hall(50), RULE).kind).toBe(kind);
  });

  it('is never adopted by a majority of those present alone', () => {
    const count = fc.integer({ min: 5, max: 50 });
    fc.assert(
      fc.property(count, fc.nat({ max: 50 }), (deputies, inFavour) => {
        const decision = decideBySession(
          votes([Math.min(inFavour, deputies), 0, 0]),
          hall(deputies),
          RULE,
        );
        expect(decision.kind === 'adopted').toBe(Math.min(inFavour, deputies) * 2 > deputies);
      }),
    );
  });

  it('takes votes of those who are there, each once', () => {
    const cast = [
      ...votes([2, 0, 0]),
      { deputyId: 'd2', side: 'for' as const },
      { deputyId: 'd5', side: 'for' as const },
      { deputyId: 'guest', side: 'for' as const },
    ];
    expect(codes(assessSessionVotes(cast, { ...hall(5, 4), chairId: 'd5' }))).toEqual([
      'maslikhat-session.voted_twice',
      'maslikhat-session.not_a_deputy',
      'maslikhat-session.voted_absent',
      'maslikhat-session.no_chair',
    ]);
  });
});

describe('the verdict on a draft', () => {
  const draft = {
    number: '17/104-VIII',
    decidedOn: DAY,
    text: { kk: 'Бекітілсін', ru: 'Утвердить' },
    refusalReasons: null,
    votes: votes([9, 2, 0]),
  };
  const sitting = { sessionOn: DAY, rule: RULE };

  it('is adopted, or returned with reasons', () => {
    expect(verdictOf(draft, hall(16, 11), sitting)).toMatchObject({ kind: 'adopted' });
    const lost = { ...draft, votes: votes([8, 3, 0]) };
    expect(verdictOf(lost, hall(16, 11), sitting)).toMatchObject({
      kind: 'invalid',
      faults: [{ code: 'maslikhat-session.reasons_missing' }],
    });
    const reasoned = { ...lost, refusalReasons: { kk: 'Негіз', ru: 'Причина' } };
    expect(verdictOf(reasoned, hall(16, 11), sitting)).toMatchObject({ kind: 'returned' });
  });

  it('is none without a quorum, though all who are there agree', () => {
    const ten = { ...draft, votes: votes([10, 0, 0]) };
    expect(verdictOf(ten, hall(16, 10), sitting)).toEqual({
      kind: 'invalid',
      faults: [
        {
          code: 'maslikhat-session.no_quorum',
          details: { required: 11, present: 10, missing: 1 },
        },
      ],
    });
  });

  it('names every fault of the act', () => {
    const bare = {
      ...draft,
      number: ' ',
      decidedOn: '2026-12-17',
      text: { kk: 'Бекітілсін', ru: '' },
    };
    const verdict = verdictOf(bare, hall(16, 11), sitting);
    expect(codes(verdict.kind === 'invalid' ? verdict.faults : [])).toEqual([
      'maslikhat-session.decided_before',
      'maslikhat-session.number_missing',
      'maslikhat-session.text_missing',
    ]);
  });
});

describe('convening a session', () => {
  const convening: SessionConvening = {
    kind: 'regular',
    noticeOn: '2026-12-08',
    materialsOn: '2026-12-13',
    sessionOn: DAY,
    place: { kk: 'Сессия залы', ru: 'Сессионный зал' },
    agenda: [{ title: { kk: 'Бюджет', ru: 'Бюджет' } }],
    request: null,
  };
  const faultsOf = (changes: Partial<SessionConvening>) => {
    const made = { ...convening, ...changes };
    const rule = made.kind === 'regular' ? RULE : EXTRAORDINARY;
    return codes(assessSessionConvening(made, people(16), rule));
  };

  it.each([
    ['2026-12-07', '2026-12-12', []],
    ['2026-12-08', '2026-12-13', []],
    ['2026-12-09', '2026-12-13', ['maslikhat-session.short_notice']],
    ['2026-12-08', '2026-12-14', ['maslikhat-session.late_materials']],
  ])('a regular one, told on %s, materials on %s: %j', (noticeOn, materialsOn, expected) => {
    expect(faultsOf({ noticeOn, materialsOn })).toEqual(expected);
  });

  it.each([
    ['2026-12-15', '2026-12-15', 6, []],
    ['2026-12-16', '2026-12-15', 6, ['maslikhat-session.short_notice']],
    ['2026-12-15', '2026-12-16', 6, ['maslikhat-session.late_materials']],
    ['2026-12-15', '2026-12-15', 5, ['maslikhat-session.too_few_requesters']],
  ])('an extraordinary one, told on %s, materials on %s, asked by %i: %j', (...row) => {
    const [noticeOn, materialsOn, asked, expected] = row;
    const request = {
      by: { kind: 'deputies', deputyIds: people(asked) },
      on: '2026-12-14',
    } as const;
    expect(faultsOf({ kind: 'extraordinary', noticeOn, materialsOn, request })).toEqual(expected);
  });

  it.each([
    ['2026-12-10', []],
    ['2026-12-09', ['maslikhat-session.after_term']],
  ])('an extraordinary one that the akim asked for on %s: %j', (on, expected) => {
    const request = { by: { kind: 'akim' }, on } as const;
    expect(faultsOf({ kind: 'extraordinary', request })).toEqual(expected);
  });

  it('names a place, questions and who asked', () => {
    expect(faultsOf({ place: { kk: '', ru: '' }, agenda: [] })).toEqual([
      'maslikhat-session.place_missing',
      'maslikhat-session.agenda_empty',
    ]);
    expect(faultsOf({ agenda: [{ title: { kk: 'Бюджет', ru: '' } }] })).toEqual([
      'maslikhat-session.question_unnamed',
    ]);
    expect(faultsOf({ kind: 'extraordinary' })).toEqual(['maslikhat-session.request_missing']);
  });

  it.each([
    ['2027-01-01', true],
    ['2027-01-02', true],
    ['2027-01-03', false],
  ])('may be paused until %s: %s', (until, isLawful) => {
    expect(isBreakLawful(DAY, until, RULE)).toBe(isLawful);
  });
});

describe('the way of a session', () => {
  it('reaches every state and decides only while it is open', () => {
    expect(statesReachableFrom(SESSION_LIFECYCLE, 'convened')).toEqual(new Set(SESSION_STATES));
    expect(SESSION_STATES.filter(isFinalSessionState)).toEqual(['closed', 'cancelled']);
    expect(SESSION_STATES.filter(canDecide)).toEqual(['open']);
    expect(possibleSessionActs('in-break')).toEqual(['resume', 'close']);
    expect(() => nextSessionState('closed', 'open')).toThrow('maslikhat-session.act_not_possible');
  });
});

describe('a question that is no budget', () => {
  const draft = { number: '17/106', decidedOn: DAY, text: { kk: 'Мәтін', ru: 'Текст' } };
  const sitting = { sessionOn: DAY, rule: RULE };
  const resolve = (
    counts: readonly number[],
    change: Partial<ResolutionDraft> & { present?: number; chair?: VoteSide } = {},
  ) => {
    const { present = 16, chair = 'for', ...written } = change;
    const voted = { ...draft, votes: votes(counts, chair), ...written };
    return resolutionOf(voted, hall(16, present), sitting);
  };

  it.each([
    [[9, 0, 2], 'resolution'],
    [[8, 3, 0], 'rejection'],
    [[8, 8, 0], 'resolution'],
  ] as const)('with votes %j of 16 is a %s', (counts, kind) => {
    expect(resolve(counts)).toMatchObject({ kind });
  });

  it('falls by the chair where all are evenly divided, and without a number or text', () => {
    const bare = { number: '', text: { kk: '', ru: '' } };
    expect(resolve([8, 8, 0], { chair: 'against', ...bare })).toMatchObject({ kind: 'rejection' });
  });

  it('is not decided without a quorum, by the absent, before its day, or without its text', () => {
    const faultsOf = (resolution: ReturnType<typeof resolve>) =>
      resolution.kind === 'invalid' ? codes(resolution.faults) : [];
    expect(faultsOf(resolve([10, 0, 0], { present: 10 }))).toEqual(['maslikhat-session.no_quorum']);
    expect(faultsOf(resolve([12, 0, 0], { present: 11 }))).toEqual([
      'maslikhat-session.voted_absent',
    ]);
    expect(faultsOf(resolve([9, 0, 0], { decidedOn: '2026-12-17' }))).toEqual([
      'maslikhat-session.decided_before',
    ]);
    expect(faultsOf(resolve([9, 0, 0], { number: ' ', text: { kk: 'Мәтін', ru: '' } }))).toEqual([
      'maslikhat-session.number_missing',
      'maslikhat-session.text_missing',
    ]);
  });
});

describe('materials of a session', () => {
  const paper = { question: 1, title: { kk: 'Есеп', ru: 'Отчёт' }, files: 1, link: null };
  const session = { questions: 2, state: 'convened' } as const;

  it('are due five days ahead, three before an extraordinary session, and are shown late', () => {
    expect(materialsDueOn(DAY, RULE)).toBe('2026-12-13');
    expect(materialsDueOn(DAY, EXTRAORDINARY)).toBe('2026-12-15');
    const late = (on: string) => materialLateDays(on, '2026-12-13');
    expect(['2026-12-12', '2026-12-13', '2026-12-14'].map(late)).toEqual([0, 0, 1]);
  });

  it('are about a question, have a name and something to read', () => {
    const assess = (change: object, on: Parameters<typeof assessMaterial>[1] = session) =>
      codes(assessMaterial({ ...paper, ...change }, on));
    expect(assess({})).toEqual([]);
    expect(assess({ files: 0, link: 'https://example.org' })).toEqual([]);
    expect([0, 1, 2, 3].map((question) => assess({ question }).length)).toEqual([1, 0, 0, 1]);
    expect(assess({ files: 0, title: { kk: 'Есеп', ru: '' } })).toEqual([
      'maslikhat-session.material_unnamed',
      'maslikhat-session.material_empty',
    ]);
    expect(assess({}, { questions: 2, state: 'closed' })).toEqual(['maslikhat-session.over']);
  });
});

describe('the publication of a decision', () => {
  it.each([
    ['2026-12-17', 1],
    ['2026-12-18', 0],
    ['2026-12-20', 0],
    ['2026-12-21', 1],
  ])('on %s, of one of the 18th told on the 20th, has %i faults', (publishedOn, faults) => {
    const days = { decidedOn: '2026-12-18', today: '2026-12-20' };
    const published = { publishedOn, url: null, place: 'Газет' };
    expect(assessPublication(published, days)).toHaveLength(faults);
    expect(codes(assessPublication({ ...published, place: ' ' }, days))).toContain(
      'maslikhat-session.publication_nowhere',
    );
  });
});
