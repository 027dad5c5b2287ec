import type { AkimAnswerAct } from '#rules/assemblies/akim-answer-lifecycle.js';

/** Steps that are taken one by one; an objection is made in the answer to the whole minutes. */
export const AKIM_ANSWER_ACTS = [
  'agree',
  'yield',
  'insist',
  'discuss',
  'confirm',
  'set-aside',
  'execute',
  'record-not-executed',
] as const satisfies readonly Exclude<AkimAnswerAct, 'object'>[];
