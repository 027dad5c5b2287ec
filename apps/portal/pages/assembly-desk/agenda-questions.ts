import { BODY_KINDS, isVotingBody, type VotingBody } from '#rules/assemblies/body-kind.js';
import { questionsOn } from '#rules/assemblies/questions.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import {
  type AssemblyQuestion,
  ASSEMBLY_QUESTIONS,
  COUNCIL_QUESTIONS,
  FURTHER_ASSEMBLY_QUESTIONS,
  GATHERING_QUESTIONS,
  SEPARATE_GATHERING_QUESTIONS,
} from '#rules/rulebook/assembly-questions.js';
import type { Wording } from '#platform/views/wording.js';

/** Every question that any body takes up, each once. */
export const ASSEMBLY_QUESTION_CODES = [
  ...new Set([
    ...ASSEMBLY_QUESTIONS,
    ...FURTHER_ASSEMBLY_QUESTIONS,
    ...GATHERING_QUESTIONS,
    ...SEPARATE_GATHERING_QUESTIONS,
    ...COUNCIL_QUESTIONS,
  ]),
];

/** A council takes up what it likes; beside its own name only the listed ones are said. */
function takenUpBy(kind: VotingBody, today: CivilDate): readonly AssemblyQuestion[] {
  return questionsOn(kind, today)?.map(({ question }) => question) ?? COUNCIL_QUESTIONS;
}

/** Questions to choose from, with the bodies that take each of them up. */
export function questionChoices(today: CivilDate, say: Wording) {
  const bodies = BODY_KINDS.filter(isVotingBody).map((kind) => ({
    name: say.t(`assemblyDesk.kinds.${kind}`),
    taken: takenUpBy(kind, today),
  }));
  const choices = ASSEMBLY_QUESTION_CODES.map((code) => {
    const takers = bodies.filter(({ taken }) => taken.includes(code)).map(({ name }) => name);
    return { value: code, text: `${say.t(`assemblyQuestions.${code}`)} (${takers.join(', ')})` };
  });
  return [{ value: '', text: say.t('assemblyDesk.convene.noItem') }, ...choices];
}
