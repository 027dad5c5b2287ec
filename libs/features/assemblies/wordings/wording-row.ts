import type { OfficialText } from '#rules/kernel/official-text.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';

/** What a wording is for: the title of an agenda item, or the beginning of a decision. */
export type WordingKind = 'agenda-item' | 'phrase';

/** A wording that a unit keeps. */
export interface KeptWordingRow {
  readonly id: string;
  readonly kind: WordingKind;
  /** Of an agenda item; null for a phrase. */
  readonly question: AssemblyQuestion | null;
  readonly text: OfficialText;
  readonly version: number;
}

/** All wordings of a unit, with the phrases of the catalogue that it has put away. */
export interface UnitWordings {
  readonly kept: readonly KeptWordingRow[];
  /** Codes of phrases of the catalogue. */
  readonly putAway: readonly string[];
}
