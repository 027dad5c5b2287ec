import { describe, expect, it } from '@jest/globals';
import {
  type CriterionFinding,
  EVALUATION_CRITERIA,
  type EvaluationStage,
  assessFindings,
  conclusionOf,
} from './evaluation-criteria.js';
import { REFUSAL_GROUNDS } from './refusal-grounds.js';

const reason = { kk: 'Себебі', ru: 'Причина' };

function allMet(stage: EvaluationStage): readonly CriterionFinding[] {
  return EVALUATION_CRITERIA.filter((criterion) => criterion.stage === stage).map(({ code }) => ({
    criterion: code,
    isMet: true,
    reason: null,
  }));
}

function unmet(...criteria: readonly string[]): readonly CriterionFinding[] {
  return criteria.map((criterion) => ({ criterion, isMet: false, reason }));
}

describe('assessFindings', () => {
  it.each(['formal', 'technical', 'council'] as const)('accepts a complete %s card', (stage) => {
    expect(assessFindings(stage, allMet(stage))).toEqual([]);
  });

  it('asks for every criterion once', () => {
    const [first, ...rest] = allMet('council');
    expect(assessFindings('council', rest)).toEqual([
      { code: 'evaluation.criterion_unanswered', field: 'relevant' },
    ]);
    expect(assessFindings('council', [first!, first!, ...rest])).toEqual([
      { code: 'evaluation.criterion_answered_twice', field: 'relevant' },
    ]);
  });

  it('asks why for every no, in both official languages', () => {
    const rest = allMet('council').slice(1);
    const silent = { criterion: 'relevant', isMet: false, reason: null };
    const half = { ...silent, reason: { kk: 'Себебі', ru: '' } };
    const fault = { code: 'evaluation.reason_missing', field: 'relevant' };
    expect(assessFindings('council', [silent, ...rest])).toEqual([fault]);
    expect(assessFindings('council', [half, ...rest])).toEqual([fault]);
  });

  it('knows only the criteria of its stage', () => {
    expect(assessFindings('council', [...allMet('council'), ...unmet('within-cap')])).toEqual([
      { code: 'evaluation.unknown_criterion', field: 'within-cap' },
    ]);
  });
});

describe('conclusionOf', () => {
  it.each<[readonly CriterionFinding[], ReturnType<typeof conclusionOf>]>([
    [allMet('formal'), { kind: 'met' }],
    [unmet('within-one-year'), { kind: 'met' }],
    [unmet('complete-form'), { kind: 'to-be-corrected', criteria: ['complete-form'] }],
    [
      unmet('whole-object', 'within-cap', 'complete-form'),
      { kind: 'to-be-refused', grounds: ['over-cap', 'fragmentary'] },
    ],
  ])('case %#', (findings, conclusion) => {
    expect(conclusionOf(findings)).toEqual(conclusion);
  });
});

describe('the criteria', () => {
  it('lead to every ground of the closed list', () => {
    const grounds = EVALUATION_CRITERIA.flatMap(({ ground }) => ground ?? []);
    expect(grounds.toSorted()).toEqual(REFUSAL_GROUNDS.toSorted());
  });
});
