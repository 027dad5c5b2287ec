import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import {
  LONGEST_PETITION_TEXTS,
  PETITION_TEXT_FIELDS,
  type PetitionTextField,
} from '#rules/petitions/petition-draft.js';
import { missingLanguages } from '#rules/kernel/official-text.js';

/** Pages of the wizard, one after another. */
export const COLLECTION_QUESTIONS = [
  'addressee',
  'title',
  'similar',
  'text',
  'arguments',
  'proposals',
] as const;

export type CollectionQuestion = (typeof COLLECTION_QUESTIONS)[number];

export function questionNamed(name: string): CollectionQuestion | undefined {
  return COLLECTION_QUESTIONS.find((each) => each === name);
}

/** The page after this one; the check of all answers after the last. */
export function questionAfter(name: CollectionQuestion): CollectionQuestion | 'check' {
  return COLLECTION_QUESTIONS[COLLECTION_QUESTIONS.indexOf(name) + 1] ?? 'check';
}

export function textFieldOf(name: CollectionQuestion): PetitionTextField | undefined {
  return PETITION_TEXT_FIELDS.find((field) => field === name);
}

export function longestOf(field: PetitionTextField): number {
  return LONGEST_PETITION_TEXTS[field];
}

/** How far an answer is: `started` where one language still lacks; nothing for what is only read. */
export function stateOf(name: CollectionQuestion, { texts }: PetitionRow) {
  const field = textFieldOf(name);
  if (!field) return name === 'similar' ? undefined : 'done';
  const missing = missingLanguages(texts[field]).length;
  return missing === 0 ? 'done' : missing === 1 ? 'started' : 'not-started';
}
