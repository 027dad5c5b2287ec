import { communityRows, modelRegulationRows, separateGatheringRows } from './assembly-acts.js';
import type { LegalRow } from './legal-value.js';

/** What the gathering (сход, жиын) of all members takes up by law. */
export const GATHERING_QUESTIONS = [
  'priorities',
  'assembly-members',
  'proposals',
  'akim-report',
  'pasture-plan-report',
  'maslikhat-report',
] as const;

/** What the assembly (собрание, жиналыс) of delegates takes up by law. */
export const ASSEMBLY_QUESTIONS = [
  'programmes',
  'budget',
  'budget-report',
  'communal-property',
  'monitoring-commission',
  'draft-acts',
  'akim-candidates',
  'akim-dismissal',
  'heads-of-institutions',
] as const;

/** What assemblies also take up in practice: not found in the law's list, to be confirmed. */
export const FURTHER_ASSEMBLY_QUESTIONS = [
  'project-list',
  'petition',
  'akim-report',
  'maslikhat-report',
  'monitoring-report',
  'earlier-decisions',
] as const;

/** What the separate gathering (раздельный сход, бөлек жиын) takes up. */
export const SEPARATE_GATHERING_QUESTIONS = ['representatives'] as const;

/** What only a council takes up, whose topics no list closes: it says itself what it is about. */
export const COUNCIL_QUESTIONS = ['other-matter'] as const;

/** Questions that a body takes up; texts for people are `assemblyQuestions.<code>`. */
export type AssemblyQuestion =
  | (typeof GATHERING_QUESTIONS)[number]
  | (typeof ASSEMBLY_QUESTIONS)[number]
  | (typeof FURTHER_ASSEMBLY_QUESTIONS)[number]
  | (typeof SEPARATE_GATHERING_QUESTIONS)[number]
  | (typeof COUNCIL_QUESTIONS)[number];

/** Keys of the closed lists of questions. */
export interface AssemblyQuestionValues {
  readonly 'gathering.questions': readonly AssemblyQuestion[];
  readonly 'assembly.questions': readonly AssemblyQuestion[];
  readonly 'assembly.further-questions': readonly AssemblyQuestion[];
  readonly 'separate-gathering.questions': readonly AssemblyQuestion[];
}

type QuestionKey = keyof AssemblyQuestionValues;
type Questions = readonly AssemblyQuestion[];

/** @law LSG arts. 39-1…39-7 (`law.md` §3) */
export const ASSEMBLY_QUESTION_ROWS: readonly LegalRow<QuestionKey, Questions>[] = [
  ...communityRows<QuestionKey, Questions>({
    key: 'gathering.questions',
    value: GATHERING_QUESTIONS,
    unit: 'questions',
    point: '39-1…39-3',
  }),
  ...communityRows<QuestionKey, Questions>({
    key: 'assembly.questions',
    value: ASSEMBLY_QUESTIONS,
    unit: 'questions',
    point: '39-3',
  }),
  ...modelRegulationRows<QuestionKey, Questions>({
    key: 'assembly.further-questions',
    value: FURTHER_ASSEMBLY_QUESTIONS,
    unit: 'questions',
    point: '',
  }),
  ...separateGatheringRows<QuestionKey, Questions>({
    key: 'separate-gathering.questions',
    value: SEPARATE_GATHERING_QUESTIONS,
    unit: 'questions',
    point: '',
  }),
];
