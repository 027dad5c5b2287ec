import { describe, expect, it } from '@jest/globals';
import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import { type DismissalDecisionDraft, dismissalVerdictOf } from './session-dismissal.js';
import { sessionRuleOn } from './session-rule.js';

const DAY = '2026-12-18';
const people = (count: number) => Array.from({ length: count }, (_, place) => `d${place + 1}`);
const sitting = { sessionOn: DAY, rule: sessionRuleOn('extraordinary', DAY) };
const draft = (inFavour: number, against = 0): DismissalDecisionDraft => ({
  number: '18/110-VIII',
  decidedOn: DAY,
  text: { kk: 'Сенімсіздік білдірілсін', ru: 'Выразить недоверие' },
  votes: people(inFavour + against).map((deputyId, place) => {
    const side: VoteSide = place < inFavour ? 'for' : 'against';
    return { deputyId, side };
  }),
});
const hall = (present: number) => ({
  deputies: people(16),
  present: people(present),
  chairId: 'd1',
});

describe('the session on a dismissal', () => {
  it.each([
    [8, 8, false],
    [9, 7, true],
    [10, 6, true],
    [8, 3, false],
  ])('of 16 deputies: %i for and %i against adopt: %s', (inFavour, against, adopted) => {
    const verdict = dismissalVerdictOf(draft(inFavour, against), hall(16), sitting);
    expect(verdict).toMatchObject({ kind: 'decided', vote: { adopted, required: 9 } });
  });

  it.each([
    [10, 'invalid'],
    [11, 'decided'],
    [12, 'decided'],
  ])('with %i of 16 present is %s', (present, kind) => {
    expect(dismissalVerdictOf(draft(9), hall(present), sitting).kind).toBe(kind);
  });

  it('names every fault at once', () => {
    const written = { ...draft(9), number: ' ', text: { kk: '', ru: '' }, decidedOn: '2026-12-17' };
    const verdict = dismissalVerdictOf(written, hall(8), sitting);
    const codes = verdict.kind === 'invalid' ? verdict.faults.map(({ code }) => code) : [];
    expect(codes).toEqual([
      'maslikhat-session.no_quorum',
      'maslikhat-session.voted_absent',
      'maslikhat-session.decided_before',
      'maslikhat-session.number_missing',
      'maslikhat-session.text_missing',
    ]);
  });
});
