import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from './sent-form.js';

/** A question with a closed list of answers. */
export interface Choice {
  readonly name: string;
  /** Key of its text. */
  readonly legend: string;
  readonly hint?: string;
  readonly codes: readonly string[];
  /** Under which key the texts of the codes stand. */
  readonly texts: string;
  /** What is chosen in a new form. */
  readonly chosen?: string;
  readonly inline?: boolean;
}

/** The question as the part `radios` takes it, with what was chosen and what is wrong with it. */
export function choiceRadios(choice: Choice, { fields, faults }: SentForm, say: Wording) {
  const { name, legend, hint, codes, texts, chosen, inline } = choice;
  return {
    name,
    legend: say.t(legend),
    hint: hint && say.t(hint),
    value: fields ? fields.text(name) : chosen,
    error: faults?.fields[name],
    inline,
    choices: codes.map((value) => ({ value, text: say.t(`${texts}.${value}`) })),
  };
}
