import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { REFUSAL_GROUNDS, type RefusalGround } from './refusal-grounds.js';

/** Who looks at a criterion: the officer of the formal check, of the estimate, the Expert Council. */
export type EvaluationStage = 'formal' | 'technical' | 'council';

/** A line of the evaluation card (сараптама картасы); texts for people are `criteria.<code>`. */
export interface EvaluationCriterion {
  readonly code: string;
  readonly stage: EvaluationStage;
  /** Point of the Rules of budget planning. */
  readonly point: string;
  /** Ground of refusal when it is not met; null: a thing to correct, or only a priority. */
  readonly ground: RefusalGround | null;
  /** A criterion that must be met, or one that only puts the proposal before others. */
  readonly weight: 'required' | 'priority';
}

/** What an officer or the Council found; `reason` stands wherever a criterion is not met. */
export interface CriterionFinding {
  readonly criterion: string;
  readonly isMet: boolean;
  readonly reason: OfficialText | null;
}

/** What follows from a stage's findings. */
export type EvaluationConclusion =
  | { readonly kind: 'met' }
  | { readonly kind: 'to-be-corrected'; readonly criteria: readonly string[] }
  | { readonly kind: 'to-be-refused'; readonly grounds: readonly RefusalGround[] };

/** @law PR pp. 76–81 */
export const EVALUATION_CRITERIA: readonly EvaluationCriterion[] = [
  required('formal', 'in-time', '78', null),
  required('formal', 'complete-form', '78', null),
  required('formal', 'within-category', '76', 'outside-categories'),
  required('formal', 'within-cap', '77', 'over-cap'),
  required('formal', 'common-use', '79', 'not-common-use'),
  required('technical', 'no-duplicate', '80', 'duplicate'),
  required('technical', 'competence', '80', 'no-competence'),
  required('technical', 'whole-object', '81', 'fragmentary'),
  { ...required('technical', 'within-one-year', '79', null), weight: 'priority' },
  required('council', 'relevant', '79', 'not-relevant'),
  required('council', 'matches-priorities', '81', 'against-priorities'),
  required('council', 'not-private', '81', 'private-commercial'),
  required('council', 'not-implemented-alike', '81', 'like-implemented'),
];

/**
 * All faults of a stage's findings: each of its criteria is answered once, and each "no" says why.
 *
 * @example assessFindings('formal', []) // → five times evaluation.criterion_unanswered
 */
export function assessFindings(
  stage: EvaluationStage,
  findings: readonly CriterionFinding[],
): readonly Fault[] {
  const criteria = EVALUATION_CRITERIA.filter((criterion) => criterion.stage === stage);
  const known = new Set(criteria.map(({ code }) => code));
  return [
    ...criteria.flatMap(({ code }) => answerFaults(code, findings)),
    ...findings.filter(({ criterion }) => !known.has(criterion)).map(unknownCriterion),
    ...findings.filter(lacksReason).map(missingReason),
  ];
}

/**
 * What follows: grounds of refusal before things to correct; an unmet priority refuses nothing.
 *
 * @example conclusionOf([{ criterion: 'within-cap', isMet: false, reason }])
 * // → { kind: 'to-be-refused', grounds: ['over-cap'] }
 */
export function conclusionOf(findings: readonly CriterionFinding[]): EvaluationConclusion {
  const unmet = new Set(findings.filter(({ isMet }) => !isMet).map(({ criterion }) => criterion));
  const binding = EVALUATION_CRITERIA.filter(
    ({ code, weight }) => weight === 'required' && unmet.has(code),
  );
  const grounds = REFUSAL_GROUNDS.filter((ground) => binding.some((c) => c.ground === ground));
  if (grounds.length > 0) return { kind: 'to-be-refused', grounds };
  if (binding.length === 0) return { kind: 'met' };
  return { kind: 'to-be-corrected', criteria: binding.map(({ code }) => code) };
}

function required(
  stage: EvaluationStage,
  code: string,
  point: string,
  ground: RefusalGround | null,
): EvaluationCriterion {
  return { code, stage, point, ground, weight: 'required' };
}

function answerFaults(code: string, findings: readonly CriterionFinding[]): readonly Fault[] {
  const answers = findings.filter(({ criterion }) => criterion === code).length;
  if (answers === 1) return [];
  const problem = answers === 0 ? 'unanswered' : 'answered_twice';
  return [{ code: `evaluation.criterion_${problem}`, field: code }];
}

function unknownCriterion({ criterion }: CriterionFinding): Fault {
  return { code: 'evaluation.unknown_criterion', field: criterion };
}

function lacksReason({ isMet, reason }: CriterionFinding): boolean {
  return !isMet && (reason === null || missingLanguages(reason).length > 0);
}

function missingReason({ criterion }: CriterionFinding): Fault {
  return { code: 'evaluation.reason_missing', field: criterion };
}
