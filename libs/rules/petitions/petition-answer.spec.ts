import { describe, expect, it } from '@jest/globals';
import {
  type AnswerDraft,
  type AnsweredPetition,
  assessAnswer,
  assessDiscussion,
} from './petition-answer.js';

const both = (text: string) => ({ kk: text, ru: text });
const answer: AnswerDraft = {
  decision: 'partly',
  reasons: both('Су құбыры 2027 жылы тартылады.'),
  appeal: both('Аудан әкімдігіне үш ай ішінде.'),
  decidedOn: '2026-11-20',
  workingGroup: ['Б. Серікұлы, депутат'],
  visitedOn: '2026-11-10',
  noVisitBecause: null,
  documents: [],
};
const petition: AnsweredPetition = {
  reachedOn: '2026-11-02',
  discussion: { announcedOn: '2026-11-05', heldOn: '2026-11-12' },
  basis: 'law',
};
const TODAY = '2026-11-21';

function codesOf(change: Partial<AnswerDraft>, about: Partial<AnsweredPetition> = {}) {
  const faults = assessAnswer({ ...answer, ...change }, { ...petition, ...about }, TODAY);
  return faults.map(({ code }) => code);
}

describe('assessAnswer', () => {
  it.each<[Partial<AnswerDraft>, readonly string[]]>([
    [{}, []],
    [{ decision: 'maybe' }, ['petition-answer.unknown_decision']],
    [{ reasons: { kk: 'Иә', ru: ' ' } }, ['petition-answer.reasons_missing']],
    [{ appeal: both('') }, ['petition-answer.appeal_missing']],
    [{ workingGroup: [] }, ['petition-answer.no_working_group']],
    [{ visitedOn: null }, ['petition-answer.no_visit']],
    [{ visitedOn: null, noVisitBecause: both('Құжат жеткілікті.') }, []],
    [{ visitedOn: '2026-11-01' }, ['petition-answer.impossible_visit']],
    [{ visitedOn: '2026-11-22' }, ['petition-answer.impossible_visit']],
    [{ decidedOn: '2026-11-21' }, []],
    [{ decidedOn: '2026-11-22' }, ['petition-answer.impossible_day']],
    [{ decidedOn: '2026-11-11' }, ['petition-answer.not_discussed']],
    [{ decidedOn: '2026-11-12' }, []],
  ])('%j → %j', (change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });

  it('asks of a deputy’s collection no more than a reasoned decision', () => {
    const bare = { appeal: both(''), workingGroup: [], visitedOn: null };
    const borrowed = { basis: 'borrowed-measure', discussion: null } as const;
    expect(codesOf(bare, borrowed)).toEqual([]);
    expect(codesOf(bare, { discussion: null })).toHaveLength(4);
  });
});

describe('assessDiscussion', () => {
  it.each([
    ['2026-03-27', 1],
    ['2026-03-28', 0],
    ['2026-03-29', 0],
  ])('announced on 19 March 2026 for %s: %i faults', (heldOn, faults) => {
    const discussion = { announcedOn: '2026-03-19', heldOn };
    expect(assessDiscussion(discussion, '2026-03-19')).toHaveLength(faults);
  });
});
