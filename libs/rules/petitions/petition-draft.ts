import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';

/** Texts of a petition, in both official languages. */
export interface PetitionTexts {
  readonly title: OfficialText;
  /** What is asked for and about what. */
  readonly text: OfficialText;
  readonly arguments: OfficialText;
  readonly proposals: OfficialText;
}

export type PetitionTextField = keyof PetitionTexts;

/** In the sequence in which people read them. */
export const PETITION_TEXT_FIELDS: readonly PetitionTextField[] = [
  'title',
  'text',
  'arguments',
  'proposals',
];

/** Lengths in characters; no law's. */
export const LONGEST_PETITION_TEXTS: Readonly<Record<PetitionTextField, number>> = {
  title: 200,
  text: 4_000,
  arguments: 4_000,
  proposals: 4_000,
};

/**
 * All faults of texts being written: only what is too long.
 *
 * @example assessWriting(texts) // → [{ code: 'petition.text_too_long', field: 'title', … }]
 */
export function assessWriting(texts: PetitionTexts): readonly Fault[] {
  return PETITION_TEXT_FIELDS.flatMap((field) => lengthFaults(field, texts[field]));
}

/**
 * All faults of texts about to be submitted: subject and text, arguments and proposals stand in
 * both official languages.
 *
 * @law APPC art. 90-2(2)
 */
export function assessPetitionTexts(texts: PetitionTexts): readonly Fault[] {
  const missing = PETITION_TEXT_FIELDS.flatMap((field) => languageFaults(field, texts[field]));
  return [...missing, ...assessWriting(texts)];
}

function languageFaults(field: PetitionTextField, text: OfficialText): readonly Fault[] {
  const languages = missingLanguages(text);
  if (languages.length === 0) return [];
  return [{ code: 'petition.text_missing', field, details: { languages } }];
}

function lengthFaults(field: PetitionTextField, text: OfficialText): readonly Fault[] {
  const max = LONGEST_PETITION_TEXTS[field];
  const over = Math.max(...[text.kk, text.ru].map((said) => [...said].length)) - max;
  return over > 0 ? [{ code: 'petition.text_too_long', field, details: { max, over } }] : [];
}
