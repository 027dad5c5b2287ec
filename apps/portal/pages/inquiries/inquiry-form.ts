import type { Wording } from '#platform/views/wording.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { SentForm } from '../_frame/sent-form.js';

/** In which of the two languages a text was written; Kazakh where nothing was said. */
export function languageIn(fields: FormFields): 'kk' | 'ru' {
  return fields.text('language') === 'ru' ? 'ru' : 'kk';
}

export function languageRadios(sent: SentForm, say: Wording) {
  return choiceRadios(
    {
      name: 'language',
      legend: 'inquiries.form.language',
      codes: ['kk', 'ru'],
      texts: 'inquiries.languages',
      chosen: say.lang === 'ru' ? 'ru' : 'kk',
      inline: true,
    },
    sent,
    say,
  );
}

/** Lines that hold something. */
export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
