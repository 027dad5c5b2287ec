/** A text of an official kind: the state language and Russian always, English where given. */
export interface OfficialText {
  readonly kk: string;
  readonly ru: string;
  readonly en?: string;
}

/**
 * Languages in which an official text must stand but does not.
 *
 * @example missingLanguages({ kk: 'Есіл 2027', ru: ' ' }) // → ['ru']
 */
export function missingLanguages(text: OfficialText): readonly ('kk' | 'ru')[] {
  return (['kk', 'ru'] as const).filter((language) => text[language].trim() === '');
}
