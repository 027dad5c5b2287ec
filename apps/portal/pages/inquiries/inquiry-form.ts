import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';

const LANGUAGES = ['kk', 'ru'] as const;

/** In which of the two languages a text was written; Kazakh where nothing was said. */
export function languageIn(fields: FormFields): 'kk' | 'ru' {
  return fields.text('language') === 'ru' ? 'ru' : 'kk';
}

export function languageRadios(fields: FormFields | undefined, say: Wording) {
  return {
    name: 'language',
    legend: say.t('inquiries.form.language'),
    value: fields ? languageIn(fields) : say.lang === 'ru' ? 'ru' : 'kk',
    inline: true,
    choices: LANGUAGES.map((value) => ({ value, text: say.t(`inquiries.languages.${value}`) })),
  };
}

/** Lines that hold something. */
export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
