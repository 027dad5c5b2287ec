import { describe, expect, it } from '@jest/globals';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import type { BodyKind } from './body-kind.js';
import { assessAgenda, questionsOn } from './questions.js';

const DAY = '2026-11-21';

describe('what each body takes up', () => {
  it.each<[BodyKind, AssemblyQuestion, boolean]>([
    ['gathering', 'assembly-members', true],
    ['gathering', 'budget', false],
    ['gathering', 'akim-dismissal', false],
    ['assembly', 'budget', true],
    ['assembly', 'akim-dismissal', true],
    ['assembly', 'assembly-members', false],
    ['assembly', 'project-list', true],
    ['separate-gathering', 'representatives', true],
    ['separate-gathering', 'budget', false],
    ['territorial-council', 'budget', true],
  ])('%s takes up %s: %s', (kind, question, taken) => {
    expect(assessAgenda(kind, [question], DAY).length === 0).toBe(taken);
  });

  it('names every stray question by its number', () => {
    expect(assessAgenda('gathering', ['budget', 'priorities', 'draft-acts'], DAY)).toEqual([
      expect.objectContaining({
        code: 'agenda.not_for_this_body',
        details: { number: 1, question: 'budget', body: 'gathering' },
      }),
      expect.objectContaining({ details: expect.objectContaining({ number: 3 }) }),
    ]);
  });

  it('refuses an empty agenda of any body', () => {
    expect(assessAgenda('public-council', [], DAY)).toEqual([
      { code: 'agenda.empty', field: 'agenda' },
    ]);
  });

  it('tells what was read in the law from what was not', () => {
    const questions = questionsOn('assembly', DAY)!;
    const verifiedOf = (question: AssemblyQuestion) =>
      questions.find((each) => each.question === question)?.verified;
    expect(verifiedOf('budget')).toBe(true);
    expect(verifiedOf('project-list')).toBe(false);
    expect(questionsOn('assembly', '2026-06-30')!.some(({ verified }) => verified)).toBe(false);
    expect(questionsOn('public-council', DAY)).toBeNull();
  });
});
